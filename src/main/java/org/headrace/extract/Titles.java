package org.headrace.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds the headline: as the page shows it, without the site's name. */
final class Titles {
  private static final List<String> SEPARATORS =
      List.of(
          " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " • ", " · ", " / ", " › ", "｜", " ‹ ",
          " ~ ");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Titles() {}

  /**
   * @param stated what the page's metadata give, the most trusted first
   * @param document the content of the title element
   * @param headlines texts of the first-rank headings, in page order
   * @param site the site's name; empty if unknown
   */
  static String headline(
      List<String> stated, String document, List<String> headlines, String site, String host) {
    List<String> candidates = new ArrayList<>();
    for (String title : stated) {
      candidates.add(withoutSite(title, site, host));
    }
    candidates.add(withoutSite(document, site, host));
    for (String candidate : candidates) {
      for (String headline : headlines) {
        if (isSame(candidate, headline)) {
          return headline;
        }
      }
    }
    for (String candidate : candidates) {
      if (!candidate.isBlank() && !isSite(candidate, site, host)) {
        return candidate;
      }
    }
    return headlines.stream().filter(h -> !h.isBlank()).findFirst().orElse(document.strip());
  }

  private static boolean isSame(String candidate, String headline) {
    String a = Phrases.plain(candidate);
    String b = Phrases.plain(headline);
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    return a.equals(b)
        || (b.length() > 20 && a.startsWith(b))
        || (a.length() > 20 && b.startsWith(a) && b.length() < a.length() * 2);
  }

  /** Takes off a last or first part that is the site's name, or looks like one. */
  static String withoutSite(String title, String site, String host) {
    String rest = title.strip();
    for (int round = 0; round < 3; round++) {
      String shorter = withoutOnePart(rest, site, host);
      if (shorter.equals(rest)) {
        return rest;
      }
      rest = shorter;
    }
    return rest;
  }

  private static String withoutOnePart(String title, String site, String host) {
    for (String separator : SEPARATORS) {
      int last = title.lastIndexOf(separator);
      if (last > 0) {
        String tail = title.substring(last + separator.length());
        String before = title.substring(0, last).strip();
        if (isSite(tail, site, host)
            || (separator.equals(" | ") && words(tail) <= 4 && words(before) > 2)) {
          return before;
        }
        int first = title.indexOf(separator);
        String head = title.substring(0, first);
        if (isSite(head, site, host)) {
          return title.substring(first + separator.length()).strip();
        }
      }
    }
    return title;
  }

  private static int words(String text) {
    return SPACES.split(text.strip()).length;
  }

  /** True if the text is the site's name or the beginning of its host. */
  static boolean isSite(String part, String site, String host) {
    String plain = Phrases.plain(part).replace(" ", "");
    if (plain.isEmpty()) {
      return false;
    }
    String name = Phrases.plain(site).replace(" ", "");
    if (plain.equals(name)
        || (name.length() > 3 && plain.startsWith(name) && plain.length() < name.length() + 8)) {
      return true;
    }
    String lower = host.toLowerCase(Locale.ROOT).replace("-", "");
    return plain.length() > 2
        && (lower.replace(".", "").contains(plain)
            || (plain.startsWith("the")
                && plain.length() > 5
                && lower.contains(plain.substring(3))));
  }
}
