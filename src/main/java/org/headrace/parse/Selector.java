package org.headrace.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * A CSS selector, used with a watch in hand: what looks at many elements for each element may take
 * longer on a page than anybody waits.
 */
final class Selector {
  private static final int LOOK_AT_WATCH_EVERY = 256;

  private final String written;
  private final Evaluator evaluator;

  private Selector(String written) {
    this.written = written;
    this.evaluator = QueryParser.parse(written);
  }

  /** Reads a selector that was checked before; nothing if it is empty. */
  static Optional<Selector> of(String written) {
    return written.isBlank() ? Optional.empty() : Optional.of(new Selector(written));
  }

  /** Why a text is no selector; empty if it is one. */
  static Optional<String> fault(String written) {
    try {
      QueryParser.parse(written);
      return Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException e) {
      String words = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return Optional.of(words);
    }
  }

  /**
   * What it finds in {@code root}, that itself included, in the page's order.
   *
   * @param deadline on the clock of {@code System.nanoTime}
   * @throws UnreadableFeedException if it takes longer
   */
  List<Element> all(Element root, int most, long deadline) throws UnreadableFeedException {
    List<Element> found = new ArrayList<>();
    int seen = 0;
    for (Element element : root.getAllElements()) {
      if (found.size() == most) {
        break;
      }
      if (++seen % LOOK_AT_WATCH_EVERY == 0 && System.nanoTime() - deadline > 0) {
        throw new UnreadableFeedException(
            "the selector \"%s\" takes too long on this page".formatted(written));
      }
      if (evaluator.matches(root, element)) {
        found.add(element);
      }
    }
    return found;
  }
}
