package org.headrace.clean;

import java.net.URI;
import org.headrace.model.CleanHtml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;

/**
 * Makes HTML safe, readable and absolute. What comes out is bounded in size and depth, comes out
 * the same when cleaned again, and is read alike by every parser.
 */
public final class HtmlCleaner {
  private static final int MOST_CHARACTERS = 4_000_000;
  private static final int MOST_ROUNDS = 6;

  private HtmlCleaner() {}

  /**
   * The part of {@code html} that may be shown.
   *
   * @param html a fragment or a whole document, however broken
   * @param base what relative addresses are relative to
   */
  public static CleanHtml clean(String html, URI base) {
    String before = once(Values.cut(html, MOST_CHARACTERS), base);
    for (int round = 1; round < MOST_ROUNDS; round++) {
      String after = once(before, base);
      if (after.equals(before)) {
        return new CleanHtml(after);
      }
      before = after;
    }
    return new CleanHtml(wordsOnly(before));
  }

  /** Plain text: one line for each block, no empty lines. */
  public static String text(CleanHtml html) {
    return BlockText.of(Jsoup.parseBodyFragment(html.value()).body());
  }

  private static String once(String html, URI base) {
    Document document = Jsoup.parseBodyFragment(html);
    Element body = document.body();
    LazyImages.settle(body);
    Element copy = CleanCopy.of(body, new Surroundings(base, NoteIds.of(body, base)));
    return written(copy);
  }

  /** For markup so tangled that parsers do not agree on it. */
  private static String wordsOnly(String html) {
    Element copy = new Element("body");
    BlockText.of(Jsoup.parseBodyFragment(html).body())
        .lines()
        .forEach(line -> copy.appendElement("p").text(line));
    return written(copy);
  }

  private static String written(Element body) {
    Document document = Document.createShell("");
    document.outputSettings(
        new OutputSettings().prettyPrint(false).escapeMode(EscapeMode.xhtml).charset("UTF-8"));
    document.body().appendChildren(body.childNodesCopy());
    return document.body().html().strip();
  }
}
