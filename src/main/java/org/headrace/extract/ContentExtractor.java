package org.headrace.extract;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.headrace.markup.HtmlMarkup;
import org.headrace.model.Extracted;
import org.headrace.model.Page;
import org.jsoup.nodes.Document;

/**
 * Finds the article in a page and what the page says about it: one walk over the tree, furniture
 * out, the region with most prose, its running text, and the facts from metadata and byline.
 */
public final class ContentExtractor {
  private ContentExtractor() {}

  /** What was found. Any bytes give an answer. */
  public static Extracted extract(Page page) {
    return extract(page, decode(page));
  }

  /** The page's characters, whatever encoding its bytes are in. */
  public static String decode(Page page) {
    return PageCharset.decode(page);
  }

  /** As {@link #extract(Page)}, of a page whose characters are known already. */
  public static Extracted extract(Page page, String html) {
    return extract(page, html, LearnedChoice.STANDARD);
  }

  /** The first date in a text; its day where it gives no time, UTC where it gives no zone. */
  public static Optional<OffsetDateTime> date(String words) {
    return new DateReader(false).read(words);
  }

  /**
   * Names of people.
   *
   * @param given as a page writes them, one or several in each
   * @param site the site's name, which is nobody's
   */
  public static List<String> people(List<String> given, String site) {
    return Authors.people(given, site);
  }

  /** As {@link #extract(Page, String)}, with another choice of blocks than the standard one. */
  static Extracted extract(Page page, String html, BlockChoice choice) {
    Document document = HtmlMarkup.page(html, page.location().toString(), StreamedParts.END);
    return new Reading(page, document, choice).extracted();
  }
}
