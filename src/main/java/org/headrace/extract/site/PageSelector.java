package org.headrace.extract.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** A CSS selector of the operator's, used with a watch in hand. */
final class PageSelector {
  private static final int LONGEST = 1_000;
  private static final String HAS = ":has(";

  private final Evaluator evaluator;

  private PageSelector(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Why a text is no selector that can be used; empty if it is one. */
  static Optional<String> fault(String written) {
    if (written.length() > LONGEST) {
      return Optional.of("it is longer than " + LONGEST + " characters");
    }
    int first = written.indexOf(HAS);
    if (first >= 0 && written.indexOf(HAS, first + HAS.length()) >= 0) {
      return Optional.of("it has more than one :has()");
    }
    try {
      QueryParser.parse(written);
      return Optional.empty();
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  /** Empty if there is none, or none that can be used. */
  static Optional<PageSelector> of(String written) {
    return written.isBlank() || fault(written).isPresent()
        ? Optional.empty()
        : Optional.of(new PageSelector(QueryParser.parse(written)));
  }

  /** All it finds, in the page's order. */
  List<Element> all(Document page, Patience patience) {
    patience.begin();
    List<Element> found = new ArrayList<>();
    for (Element element : page.getAllElements()) {
      patience.look();
      if (evaluator.matches(page, element)) {
        found.add(element);
      }
    }
    return found;
  }
}
