package org.headrace.parse;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.headrace.model.Page;
import org.junit.jupiter.api.Test;

/** A short run of what {@code bench/parse/fuzz} does at length. */
class FeedFuzzTest {
  private static final Path CORPUS = Path.of("src/test/corpus/feeds");
  private static final int ROUNDS = 600;
  private static final int LARGEST = 100_000;

  @Test
  void whatever_is_done_to_a_feed_it_is_read_or_refused() throws IOException {
    List<byte[]> feeds = feeds();
    int read = 0;
    for (long seed = 1; seed <= ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] one = feeds.get(random.nextInt(feeds.size()));
      byte[] other = feeds.get(random.nextInt(feeds.size()));
      byte[] damaged = new Mutator(seed, LARGEST).damage(one, other);
      read += assertDoesNotThrow(() -> read(damaged) ? 1 : 0, "seed " + seed);
    }
    assertTrue(read > ROUNDS / 3, "most damage still leaves a feed: " + read);
  }

  @Test
  void the_feeds_themselves_are_read() throws Exception {
    for (byte[] feed : feeds()) {
      assertFalse(FeedParser.parse(page(feed)).entries().isEmpty());
    }
  }

  private static boolean read(byte[] document) {
    try {
      FeedParser.parse(page(document));
      return true;
    } catch (UnreadableFeedException refused) {
      return false;
    }
  }

  private static Page page(byte[] document) {
    return Page.of(Feeds.PLACE, "application/xml", document);
  }

  private static List<byte[]> feeds() throws IOException {
    List<byte[]> feeds = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CORPUS)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("feed.")).sorted().toList()) {
        feeds.add(Files.readAllBytes(file));
      }
    }
    return feeds;
  }
}
