package org.headrace.pipeline;

import org.headrace.clean.HtmlCleaner;
import org.headrace.model.CleanHtml;
import org.headrace.model.Entry;

/**
 * The text that came with an entry.
 *
 * @param text plain text of {@code html}
 */
record FeedText(CleanHtml html, String text) {
  /** From so many characters on, a text that does not break off is taken for the whole article. */
  private static final int WHOLE = 1500;

  static FeedText of(Entry entry) {
    CleanHtml html = HtmlCleaner.clean(entry.body(), EntryBase.of(entry));
    return new FeedText(html, HtmlCleaner.text(html));
  }

  boolean isEmpty() {
    return text.isBlank();
  }

  /** True if this reads like the whole article, not like its beginning. */
  boolean isWhole() {
    String end = text.stripTrailing();
    return text.length() >= WHOLE
        && !end.endsWith("…")
        && !end.endsWith("...")
        && !end.endsWith("[…]")
        && !end.endsWith("[...]");
  }
}
