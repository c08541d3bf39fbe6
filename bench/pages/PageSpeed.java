package org.headrace.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dankito.readability4j.Readability4J;
import org.headrace.app.lab.LabExtract;
import org.headrace.extract.ContentExtractor;
import org.headrace.model.Page;
import org.jsoup.Jsoup;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What finding an article costs beside reading its page: processor time of the thread and of the
 * garbage collector, each page from a string to all that is found, in rounds that take turns.
 */
public final class PageSpeed {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The compiler is at work on the larger methods until about the 35th. */
  private static final int WARM_UP = 48;

  private static final int ROUNDS = 9;
  private static final int MOST_PAGES = 90;
  private static final int SMALLEST = 50_000;
  private static final int LARGEST = 300_000;

  private final List<Page> pages = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  /** What is measured in every round; the peers, which need long, in every third. */
  private static final List<String> OFTEN = List.of("Jsoup.parse", "Headrace");

  private interface Reader {
    void read(Page page, String text) throws Exception;
  }

  private PageSpeed() {}

  /** {@code PACK}: the folder with naeb, fundus, ... */
  public static void main(String[] arguments) throws Exception {
    Path pack = Path.of(arguments[0]);
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    PageSpeed naeb = new PageSpeed();
    naeb.add(pack.resolve("naeb"), 0, Integer.MAX_VALUE, MOST_PAGES);
    PageSpeed ordinary = new PageSpeed();
    for (String set : List.of("fundus", "wcxb-dev-art", "trafilatura")) {
      ordinary.add(pack.resolve(set), SMALLEST, LARGEST, MOST_PAGES / 3);
    }
    System.out.println("| pages | " + String.join(" | ", readers().keySet()) + " | slowest page |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    ordinary.measure("of 50 to 300 thousand characters");
    naeb.measure("NAEB");
    PageSpeed all = new PageSpeed();
    for (String set :
        List.of(
            "fundus", "wcxb-dev-art", "trafilatura", "naeb", "htmldate", "postlight", "mozilla")) {
      all.add(pack.resolve(set), 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
    System.out.printf(
        Locale.ROOT, "slowest of all %d pages: %.1f ms%n", all.pages.size(), all.slowest());
  }

  private static Map<String, Reader> readers() {
    Map<String, Reader> readers = new LinkedHashMap<>();
    readers.put("Jsoup.parse", (page, text) -> Jsoup.parse(text, page.location().toString()));
    readers.put("Headrace", ContentExtractor::extract);
    readers.put(
        "readability4j",
        (page, text) -> new Readability4J(page.location().toString(), text).parse());
    readers.put("boilerpipe", (page, text) -> ArticleExtractor.INSTANCE.getText(text));
    return readers;
  }

  private void measure(String name) {
    Map<String, Reader> readers = readers();
    Map<String, double[]> times = new LinkedHashMap<>();
    for (String reader : readers.keySet()) {
      times.put(reader, new double[OFTEN.contains(reader) ? ROUNDS : ROUNDS / 3]);
    }
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Map.Entry<String, Reader> reader : readers.entrySet()) {
        boolean peer = !OFTEN.contains(reader.getKey());
        if (peer && (round < -3 || round % 3 != 0)) {
          continue;
        }
        double time = pass(reader.getValue());
        if (round >= 0) {
          times.get(reader.getKey())[peer ? round / 3 : round] = time;
        }
      }
    }
    double floor = median(times.get("Jsoup.parse"));
    StringBuilder line = new StringBuilder("| %s (%d) |".formatted(name, pages.size()));
    times.forEach(
        (reader, passes) ->
            line.append(
                String.format(
                    Locale.ROOT,
                    " %.2f ms, %.2f |",
                    median(passes) / pages.size(),
                    median(passes) / floor)));
    System.out.printf(Locale.ROOT, "%s %.1f ms |%n", line, slowest());
  }

  /** Milliseconds that one reading of all pages takes. */
  private double pass(Reader reader) {
    long before = worked();
    for (int i = 0; i < pages.size(); i++) {
      try {
        reader.read(pages.get(i), texts.get(i));
      } catch (Exception | StackOverflowError fails) {
        // A peer that gives up on a page has spent its time too.
      }
    }
    return (worked() - before) / 1e6;
  }

  /** Nanoseconds that this thread and the garbage collector have worked. */
  private static long worked() {
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      nanos += collector.getCollectionTime() * 1_000_000;
    }
    return nanos;
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Milliseconds of this thread for the page that needs most, each at its best of three. */
  private double slowest() {
    double most = 0;
    for (int i = 0; i < pages.size(); i++) {
      double least = Double.MAX_VALUE;
      for (int k = 0; k < 3; k++) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ContentExtractor.extract(pages.get(i), texts.get(i));
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        least = Math.min(least, spent / 1e6);
      }
      most = Math.max(most, least);
    }
    return most;
  }

  private void add(Path folder, int smallest, int largest, int most) throws IOException {
    int added = 0;
    for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      Page page = LabExtract.page(folder, row);
      String text = ContentExtractor.decode(page);
      if (text.length() >= smallest && text.length() <= largest && added < most) {
        pages.add(page);
        texts.add(text);
        added++;
      }
    }
  }
}
