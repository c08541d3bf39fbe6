package org.headrace.extract.site;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.WordList;
import org.headrace.url.CanonicalUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the view of all pages of an article that stands on several: a link that says so, or whose
 * query does, at the address of the page itself or below.
 */
final class WholeView {
  private static final int MOST_LINKS = 3_000;
  private static final int LONGEST_TEXT = 60;
  private static final Set<String> WORDS =
      Set.copyOf(WordList.lines(WholeView.class, "whole-view.txt"));
  private static final Set<String> NAMES =
      Set.of(
          "showall",
          "singlepage",
          "single",
          "onepage",
          "viewall",
          "fullpage",
          "all",
          "allpages",
          "printable");
  private static final Set<String> PAGE_NAMES =
      Set.of("page", "p", "pg", "seite", "pagina", "view", "paged", "pagewanted", "strona");

  private WholeView() {}

  /**
   * Where all of it stands.
   *
   * @param place the address of the page in hand
   * @param base what references are relative to
   */
  static Optional<URI> of(Document page, URI place, URI base) {
    List<Element> links = page.select("a[href]");
    return links.subList(0, Math.min(links.size(), MOST_LINKS)).stream()
        .flatMap(link -> link(link, place, base).stream())
        .findFirst();
  }

  private static Optional<URI> link(Element link, URI place, URI base) {
    String words = plain(link.text());
    boolean says = words.length() <= LONGEST_TEXT && WORDS.contains(words);
    return CanonicalUrl.resolve(link.attr("href"), base)
        .filter(address -> isHere(address, place))
        .filter(address -> says || asksForAll(address))
        .filter(address -> !CanonicalUrl.key(address).equals(CanonicalUrl.key(place)));
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.strip()
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .limit(LONGEST_TEXT * 2L)
        .forEach(c -> plain.appendCodePoint(isWord(c) ? c : ' '));
    return String.join(" ", plain.toString().strip().split(" +"));
  }

  private static boolean isWord(int c) {
    int kind = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || kind == Character.NON_SPACING_MARK
        || kind == Character.COMBINING_SPACING_MARK;
  }

  /** The same page with another query, or something below it, or beside its number. */
  private static boolean isHere(URI address, URI place) {
    if (!Objects.equals(address.getHost(), place.getHost())) {
      return false;
    }
    String there = path(address);
    String here = path(place);
    return there.equals(here) || (here.length() > 1 && there.startsWith(here + "/"));
  }

  private static String path(URI address) {
    String path = Objects.requireNonNullElse(address.getPath(), "");
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static boolean asksForAll(URI address) {
    String query = Objects.requireNonNullElse(address.getQuery(), "").toLowerCase(Locale.ROOT);
    for (String field : query.split("&")) {
      int equals = field.indexOf('=');
      String name = equals < 0 ? field : field.substring(0, equals);
      String value = equals < 0 ? "" : field.substring(equals + 1);
      boolean on =
          value.isEmpty() || value.equals("1") || value.equals("true") || value.equals("yes");
      if ((NAMES.contains(name.replace("-", "").replace("_", "")) && on)
          || (PAGE_NAMES.contains(name) && (value.equals("all") || value.equals("single")))) {
        return true;
      }
    }
    return false;
  }
}
