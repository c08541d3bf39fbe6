package org.headrace.extract;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds the following page of the same article: an address that differs by the page number only.
 */
final class NextPage {
  private static final Set<String> NUMBERED =
      Set.of(
          "page",
          "p",
          "pg",
          "pagenum",
          "paged",
          "seite",
          "pagina",
          "strona",
          "part",
          "pageno",
          "currentpage",
          "sivu",
          "side",
          "sida",
          "start");

  private static final int LONGEST_TEXT = 30;
  private static final int MOST_LINKS = 40;
  private static final int BEGINNING = 12;

  private final URI page;
  private final Numbered here;

  /** The number of the page after this one, as an address would give it. */
  private final String following;

  /** How the path of the page begins, as far as all writings of it are the same. */
  private final String beginning;

  private NextPage(URI page) {
    this.page = page;
    this.here = Numbered.of(page);
    this.following = Integer.toString(here.number + 1);
    String stem = Objects.requireNonNullElse(page.getRawPath(), "");
    int end = 0;
    while (end < Math.min(stem.length(), BEGINNING) && isPlain(stem.charAt(end))) {
      end++;
    }
    this.beginning = here.number > 1 ? "/" : stem.substring(0, end);
  }

  /**
   * @param page the address of the page in hand
   * @param base what references are relative to
   */
  static Optional<URI> of(Survey survey, Region container, URI page, URI base) {
    NextPage next = new NextPage(page);
    for (Element relation : survey.relations) {
      if (relation.attr("rel").toLowerCase(Locale.ROOT).equals("next")) {
        Optional<URI> found = next.following(relation, base);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    for (Block block : survey.blocks.subList(container.first, survey.blocks.size())) {
      if (block.size() <= 80 || block.linkDensity() > 0.7) {
        Optional<URI> found = next.among(block.links, base);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isPlain(char c) {
    return c == '/' || c == '-' || (c < 0x80 && Character.isLetter(c));
  }

  private Optional<URI> among(List<Element> links, URI base) {
    for (int i = 0; i < Math.min(links.size(), MOST_LINKS); i++) {
      Element link = links.get(i);
      Optional<URI> found = mayFollow(link) ? following(link, base) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A quick look before the address is read: the number must be in it, the text is short. */
  private boolean mayFollow(Element link) {
    String reference = link.attributes().get("href");
    return reference.length() < 1_000
        && isNumbered(reference)
        && isNear(reference)
        && link.text().length() <= LONGEST_TEXT;
  }

  /** The number stands in it by itself. */
  private boolean isNumbered(String reference) {
    int at = reference.indexOf(following);
    while (at >= 0) {
      int end = at + following.length();
      if (!isDigit(reference, at - 1) && !isDigit(reference, end)) {
        return true;
      }
      at = reference.indexOf(following, at + 1);
    }
    return false;
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
  }

  /** An absolute path must begin like the page's own; relative ones are near. */
  private boolean isNear(String reference) {
    int host = reference.indexOf("//");
    int path = host < 0 ? 0 : reference.indexOf('/', host + 2);
    if (path < 0 || reference.charAt(path) != '/') {
      return path >= 0;
    }
    return reference.startsWith(beginning, path);
  }

  private Optional<URI> following(Element link, URI base) {
    return Addresses.absolute(base, link.attr("href")).filter(this::follows);
  }

  private boolean follows(URI candidate) {
    if (!Objects.equals(candidate.getHost(), page.getHost())) {
      return false;
    }
    Numbered there = Numbered.of(candidate);
    return there.number == here.number + 1 && there.number > 1 && there.stem.equals(here.stem);
  }

  /**
   * An address as what all pages of the article share and the number of this one.
   *
   * @param number 1 if the address gives none
   */
  private record Numbered(String stem, int number) {

    static Numbered of(URI address) {
      String path = Objects.requireNonNullElse(address.getPath(), "");
      String query = Objects.requireNonNullElse(address.getQuery(), "");
      StringBuilder rest = new StringBuilder();
      int number = 1;
      for (String field : query.split("&")) {
        int equals = field.indexOf('=');
        String name = equals < 0 ? field : field.substring(0, equals);
        int value = equals < 0 ? -1 : small(field.substring(equals + 1));
        if (NUMBERED.contains(name.toLowerCase(Locale.ROOT)) && value > 0) {
          number = value;
        } else if (!field.isEmpty() && !name.startsWith("utm_")) {
          rest.append('?').append(field);
        }
      }
      return number > 1 ? new Numbered(bare(path) + rest, number) : inPath(bare(path), rest);
    }

    /**
     * {@code /story/2}, {@code /story/page/2}, {@code /story-2}, {@code /story,2}, {@code
     * /story_p2}.
     */
    private static Numbered inPath(String path, StringBuilder rest) {
      int end = path.length();
      int start = end;
      while (start > 0 && Character.isDigit(path.charAt(start - 1))) {
        start--;
      }
      int value = start == end ? -1 : small(path.substring(start));
      if (value < 0 || start < 2) {
        return new Numbered(path + rest, 1);
      }
      String stem = withoutSeparators(path.substring(0, start));
      int word = stem.length();
      while (word > 0 && Character.isLetter(stem.charAt(word - 1))) {
        word--;
      }
      boolean named = NUMBERED.contains(stem.substring(word).toLowerCase(Locale.ROOT));
      if (!named && Character.isLetter(path.charAt(start - 1))) {
        return new Numbered(path + rest, 1);
      }
      stem = named ? withoutSeparators(stem.substring(0, word)) : stem;
      return new Numbered(stem + rest, value);
    }

    private static String withoutSeparators(String stem) {
      int end = stem.length();
      while (end > 0 && "/-,_.".indexOf(stem.charAt(end - 1)) >= 0) {
        end--;
      }
      return stem.substring(0, end);
    }

    /** Without a slash or a file ending at the end. */
    private static String bare(String path) {
      String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      int dot = bare.lastIndexOf('.');
      return dot > bare.lastIndexOf('/') && bare.length() - dot <= 6
          ? bare.substring(0, dot)
          : bare;
    }

    private static int small(String digits) {
      return digits.isEmpty() || digits.length() > 2 || !digits.chars().allMatch(Character::isDigit)
          ? -1
          : Integer.parseInt(digits);
    }
  }
}
