package org.headrace.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.headrace.model.Page;
import org.headrace.parse.FeedParser;
import org.headrace.parse.Mutator;
import org.headrace.parse.UnreadableFeedException;

/**
 * Reads damaged feeds, many of them: arguments are a folder of feeds, how many rounds, and the seed
 * of the first. Each round must end in a feed or a refusal, within two seconds of computing, in the
 * memory the program was given. One that does not is written down with its seed.
 */
public final class FeedFuzz {
  private static final double LONGEST_SECONDS = 2;
  private static final long STUCK_MILLIS = 60_000;
  private static final int LARGEST_INPUT = 4_000_000;
  private static final int LARGEST_FEED = 1_000_000;
  private static final List<String> TYPES =
      List.of("", "application/rss+xml", "text/xml; charset=us-ascii", "text/html; charset=utf-16");
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final List<Path> feeds;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private double slowest;
  private long slowestSeed;
  private volatile long underWay;

  private FeedFuzz(List<Path> feeds) {
    this.feeds = feeds;
  }

  public static void main(String[] arguments) throws Exception {
    FeedFuzz fuzz = new FeedFuzz(feeds(Path.of(arguments[0])));
    int rounds = Integer.parseInt(arguments[1]);
    long first = Long.parseLong(arguments[2]);
    int breaches = fuzz.run(rounds, first);
    System.out.printf(
        Locale.ROOT,
        "%d rounds on %d feeds, seeds from %d: %s; slowest %.2f s (seed %d); %d breaches%n",
        rounds,
        fuzz.feeds.size(),
        first,
        fuzz.outcomes,
        fuzz.slowest,
        fuzz.slowestSeed,
        breaches);
    System.exit(breaches == 0 ? 0 : 1);
  }

  private static List<Path> feeds(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) > 0 && Files.size(file) <= LARGEST_FEED) {
          found.add(file);
        }
      }
      return found;
    }
  }

  private int run(int rounds, long first) throws Exception {
    watch();
    int breaches = 0;
    for (int i = 0; i < rounds; i++) {
      breaches += round(first + i) ? 0 : 1;
      if ((i + 1) % 10_000 == 0) {
        System.out.printf(
            Locale.ROOT, "%d rounds, slowest %.2f s, %d breaches%n", i + 1, slowest, breaches);
      }
    }
    underWay = 0;
    return breaches;
  }

  private boolean round(long seed) throws IOException {
    byte[] document = document(seed);
    String type = TYPES.get((int) Math.floorMod(seed, (long) TYPES.size()));
    Page page = Page.of(URI.create("https://press.example/feed"), type, document);
    underWay = System.currentTimeMillis();
    long start = CLOCK.getCurrentThreadCpuTime();
    String outcome;
    try {
      FeedParser.parse(page);
      outcome = "read";
    } catch (UnreadableFeedException refused) {
      outcome = "refused";
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError breach) {
      return breach(seed, document, breach.toString());
    }
    double seconds = (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
    outcomes.merge(outcome, 1, Integer::sum);
    if (seconds > slowest) {
      slowest = seconds;
      slowestSeed = seed;
    }
    return seconds <= LONGEST_SECONDS || breach(seed, document, seconds + " s");
  }

  private byte[] document(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] one = Files.readAllBytes(feeds.get(random.nextInt(feeds.size())));
    byte[] other = Files.readAllBytes(feeds.get(random.nextInt(feeds.size())));
    return new Mutator(seed, LARGEST_INPUT).damage(one, other);
  }

  private static boolean breach(long seed, byte[] document, String what) throws IOException {
    Path saved = Path.of("target", "fuzz-" + seed);
    Files.write(saved, document);
    System.out.println("breach: seed " + seed + ", " + what + "; the input is " + saved);
    return false;
  }

  /** Ends the program if a round does not end. */
  private void watch() {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (true) {
                try {
                  Thread.sleep(1_000);
                } catch (InterruptedException e) {
                  return;
                }
                if (underWay > 0 && System.currentTimeMillis() - underWay > STUCK_MILLIS) {
                  System.out.println("breach: a round after seed " + slowestSeed + " is stuck");
                  Runtime.getRuntime().halt(1);
                }
              }
            });
  }
}
