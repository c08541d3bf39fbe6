package org.headrace.clean;

import java.net.URI;
import java.util.List;
import org.jsoup.parser.Parser;

/**
 * HTML as its publisher wrote it, letter by letter, but for what could act on a reader: scripts,
 * handlers, frames, forms, styles that cover the page. For comparing and keeping, where {@link
 * HtmlCleaner} is for showing: that one also settles what an article looks like.
 *
 * <p>What is left holds only elements whose content every parser reads by the same rules, so it
 * means the same wherever it is read. Markup that cannot be brought to that by cutting alone is
 * cleaned instead.
 */
public final class HarmlessHtml {
  private static final int MOST_ROUNDS = 4;
  private static final URI NOWHERE = URI.create("http://invalid.invalid/");

  private HarmlessHtml() {}

  /**
   * The harmless part of {@code html}.
   *
   * @param html with absolute addresses
   */
  public static String of(String html) {
    String left = html;
    for (int round = 0; round < MOST_ROUNDS && left.indexOf('<') >= 0; round++) {
      List<Harm.Place> places = Harm.in(left);
      if (places.isEmpty()) {
        return left;
      }
      left = without(places, left);
    }
    return left.indexOf('<') < 0 ? left : HtmlCleaner.clean(html, NOWHERE).value();
  }

  /**
   * The harmless part of a title. One without markup that speaks of a tag is written as it reads,
   * where no reader takes it for markup.
   */
  public static String title(String html) {
    String harmless = of(html);
    if (harmless.indexOf('<') >= 0 || !harmless.contains("&lt;")) {
      return harmless;
    }
    String plain = Parser.unescapeEntities(harmless, false);
    return Harm.knows(plain) ? harmless : plain;
  }

  /** {@code places} by their start; one may stand within another. */
  private static String without(List<Harm.Place> places, String html) {
    StringBuilder left = new StringBuilder(html.length());
    int done = 0;
    for (Harm.Place place : places) {
      if (place.start() >= done) {
        left.append(html, done, place.start()).append(place.instead());
      }
      done = Math.max(done, place.end());
    }
    return left.append(html, done, html.length()).toString();
  }
}
