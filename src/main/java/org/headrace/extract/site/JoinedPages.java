package org.headrace.extract.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.headrace.model.Extracted;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The pages of one article, put together: what a later page repeats of those before it is left out,
 * be it the lead that stands on every page or all of it.
 */
public final class JoinedPages {
  /** A shorter line, such as a subhead, may well stand in an article twice. */
  private static final int SHORTEST_REPEATED = 40;

  private static final String BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, blockquote, pre, figcaption";

  private final Set<String> seen = new HashSet<>();
  private final List<String> text = new ArrayList<>();
  private String title = "";
  private int size;

  /** What {@code page} adds to the pages before it; empty text and HTML if nothing. */
  public Extracted add(Extracted page) {
    Extracted added = text.isEmpty() ? page : withoutRepeats(page);
    if (text.isEmpty()) {
      title = plain(page.title());
    }
    if (!added.text().isBlank()) {
      text.add(added.text());
      size += added.text().length();
      added.text().lines().map(JoinedPages::plain).forEach(seen::add);
    }
    return added;
  }

  /** The text of all pages. */
  public String text() {
    return String.join("\n", text);
  }

  /** Its length in characters. */
  public int size() {
    return size;
  }

  private Extracted withoutRepeats(Extracted page) {
    List<String> lines = page.text().lines().toList();
    String fresh =
        lines.stream().filter(line -> !isRepeated(line)).collect(Collectors.joining("\n"));
    if (fresh.length() == page.text().length()) {
      return page;
    }
    return fresh.isBlank()
        ? Amended.text(page, "", "")
        : Amended.text(page, withoutRepeats(page.html()), fresh);
  }

  private String withoutRepeats(String html) {
    Document fragment = Jsoup.parseBodyFragment(html);
    fragment.outputSettings().prettyPrint(false);
    for (Element block : fragment.select(BLOCKS)) {
      if (block.parent() != null && isRepeated(block.text())) {
        block.remove();
      }
    }
    return fragment.body().html();
  }

  private boolean isRepeated(String line) {
    String plain = plain(line);
    return (plain.length() >= SHORTEST_REPEATED && seen.contains(plain))
        || (!plain.isEmpty() && plain.equals(title));
  }

  private static String plain(String line) {
    StringBuilder plain = new StringBuilder(line.length());
    line.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
