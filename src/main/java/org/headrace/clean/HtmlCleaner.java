package org.headrace.clean;

import java.net.URI;
import java.nio.charset.StandardCharsets;
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
  private static final int MOST_TAGS = 100_000;
  private static final int MOST_ROUNDS = 6;

  private HtmlCleaner() {}

  /**
   * The part of {@code html} that may be shown.
   *
   * @param html a fragment or a whole document, however broken
   * @param base what relative addresses are relative to
   */
  public static CleanHtml clean(String html, URI base) {
    String before = once(bounded(html), base);
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
    Element body = Jsoup.parseBodyFragment(html).body();
    LazyImages.settle(body);
    Document clean = empty();
    CleanCopy.into(clean.body(), body, new Surroundings(base, NoteIds.of(body, base)));
    return clean.body().html().strip();
  }

  /** For markup so tangled that parsers do not agree on it. */
  private static String wordsOnly(String html) {
    Document words = empty();
    BlockText.of(Jsoup.parseBodyFragment(html).body())
        .lines()
        .forEach(line -> words.body().appendElement("p").text(line));
    return words.body().html();
  }

  private static Document empty() {
    Document document = Document.createShell("");
    document.outputSettings(
        new OutputSettings()
            .prettyPrint(false)
            .escapeMode(EscapeMode.xhtml)
            .charset(StandardCharsets.UTF_8));
    return document;
  }

  /** The start of what no honest article exceeds: it bounds the tree, whatever is in it. */
  private static String bounded(String html) {
    String start = Values.cut(html, MOST_CHARACTERS);
    int at = -1;
    for (int tags = 0; tags < MOST_TAGS; tags++) {
      at = start.indexOf('<', at + 1);
      if (at < 0) {
        return start;
      }
    }
    return start.substring(0, at);
  }
}
