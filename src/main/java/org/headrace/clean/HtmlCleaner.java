package org.headrace.clean;

import java.net.URI;
import java.util.Optional;
import org.headrace.markup.HtmlMarkup;
import org.headrace.model.CleanHtml;
import org.headrace.url.WebAddress;
import org.jsoup.nodes.Element;

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
    CleanWriter.Written written = once(bounded(html), base);
    for (int round = 1; round < MOST_ROUNDS && !written.settled(); round++) {
      CleanWriter.Written again = once(written.html(), base);
      if (again.html().equals(written.html())) {
        return new CleanHtml(again.html());
      }
      written = again;
    }
    return new CleanHtml(written.settled() ? written.html() : wordsOnly(written.html()));
  }

  /** Plain text: one line for each block, no empty lines. */
  public static String text(CleanHtml html) {
    return BlockText.of(HtmlMarkup.fragment(html.value()));
  }

  private static CleanWriter.Written once(String html, URI base) {
    Element body = HtmlMarkup.fragment(html);
    Survey survey = Survey.of(body);
    LazyImages.settle(survey);
    Optional<WebAddress> address = WebAddress.of(base);
    NoteIds notes = NoteIds.of(survey, address, base.toString());
    CleanWriter.Written written =
        CleanWriter.write(body, new Surroundings(address, notes), html.length());
    return notes.hasLost()
        ? CleanWriter.write(body, new Surroundings(address, notes.withoutLost()), html.length())
        : written;
  }

  /** For markup so tangled that parsers do not agree on it. */
  private static String wordsOnly(String html) {
    Markup words = new Markup(html.length());
    BlockText.of(HtmlMarkup.fragment(html))
        .lines()
        .forEach(
            line -> {
              words.markup("<p>");
              words.text(line);
              words.markup("</p>");
            });
    return words.written();
  }

  /** The start of what no honest article exceeds: it bounds the tree, whatever is in it. */
  private static String bounded(String html) {
    if (html.length() <= MOST_TAGS) {
      return html;
    }
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
