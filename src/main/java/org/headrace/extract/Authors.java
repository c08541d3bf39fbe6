package org.headrace.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns what pages give as author into names of people. */
final class Authors {
  private static final int MOST = 12;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Set<String> OPENINGS =
      Set.of(
          "by",
          "von",
          "par",
          "por",
          "di",
          "da",
          "af",
          "av",
          "door",
          "written",
          "words",
          "text",
          "texte",
          "texto",
          "testo",
          "author",
          "autor",
          "auteur",
          "autore",
          "from",
          "story",
          "posted",
          "submitted",
          "uploaded",
          "eingereicht",
          "verfasst",
          "soumis",
          "enviado",
          "inviato",
          "ingediend",
          "published",
          "reported",
          "reporting",
          "geschrieben",
          "escrito",
          "publié",
          "publicado",
          "scritto",
          "oleh",
          "автор",
          "contributed",
          "reviewed",
          "created",
          "tekst",
          "skrevet",
          "skriven",
          "napisał",
          "napisała");
  private static final Set<String> JOINTS =
      Set.of(
          "and", "und", "et", "y", "e", "en", "og", "och", "i", "ja", "и", "with", "mit", "avec",
          "con");
  private static final Set<String> NOBODY =
      Set.of(
          "admin",
          "administrator",
          "editor",
          "editors",
          "staff",
          "redaktion",
          "redazione",
          "redacción",
          "redaccion",
          "redação",
          "rédaction",
          "redakcja",
          "redactie",
          "webmaster",
          "unknown",
          "anonymous",
          "guest",
          "null",
          "none",
          "undefined",
          "author",
          "staff writer",
          "staff reporter",
          "news desk",
          "newsroom",
          "editorial",
          "editorial team",
          "website",
          "super user",
          "root",
          "user",
          "contributor",
          "guest author",
          "la redazione",
          "la rédaction",
          "die redaktion",
          "редакция",
          "press release",
          "news",
          "superadmin",
          "no author",
          "author name",
          "about the author",
          "posted by",
          "follow",
          "view all posts",
          "sponsored",
          "guest post");

  private Authors() {}

  /**
   * @param given as written: one or several names each
   * @param site the site's name, which is nobody's
   */
  static List<String> people(List<String> given, String site) {
    Set<String> people = new LinkedHashSet<>();
    for (String text : given) {
      if (text.length() < 400 && !isSame(text, site)) {
        for (String part : parts(withoutBrackets(text))) {
          String name = withoutTail(name(part), site);
          boolean degree = !people.isEmpty() && isDegree(name);
          if (!degree && isPerson(name, site) && people.size() < MOST && isNew(people, name)) {
            people.add(name);
          }
        }
      }
    }
    return new ArrayList<>(people);
  }

  private static boolean isSame(String text, String site) {
    return !site.isEmpty() && Phrases.plain(text).equals(Phrases.plain(site));
  }

  private static String withoutBrackets(String text) {
    StringBuilder rest = new StringBuilder(text.length());
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '[' ? 1 : 0;
      if (depth == 0) {
        rest.append(c);
      }
      depth -= (c == ')' || c == ']') && depth > 0 ? 1 : 0;
    }
    return rest.toString();
  }

  /** Without the paper's name or a degree, as some bylines append them. */
  private static String withoutTail(String name, String site) {
    String rest = name;
    if (site.length() > 3
        && rest.length() > site.length() + 4
        && rest.regionMatches(true, rest.length() - site.length(), site, 0, site.length())) {
      rest = rest.substring(0, rest.length() - site.length()).strip();
    }
    int last = rest.lastIndexOf(' ');
    return last > 0 && rest.indexOf(' ') < last && isDegree(rest.substring(last + 1))
        ? rest.substring(0, last)
        : rest;
  }

  /** "MD", "PhD", "RDN": two to four letters, most of them capitals. */
  private static boolean isDegree(String word) {
    String letters = word.replace(".", "");
    long capitals = letters.chars().filter(Character::isUpperCase).count();
    return letters.length() >= 2
        && letters.length() <= 4
        && capitals >= 2
        && letters.chars().allMatch(c -> c < 0x80 && Character.isLetter(c))
        && !letters.chars().allMatch(c -> "IVX".indexOf(c) >= 0);
  }

  private static boolean isNew(Set<String> people, String name) {
    String plain = Phrases.plain(name);
    return people.stream().noneMatch(known -> Phrases.plain(known).equals(plain));
  }

  /** True for the words that stand before the names in a byline. */
  static boolean isOpening(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return OPENINGS.contains(lower.endsWith(":") ? lower.substring(0, lower.length() - 1) : lower);
  }

  /** Splits a list of names at commas, slashes and the word for "and". */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String word : SPACES.split(text.replace('\u00a0', ' ').strip())) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean joint =
          (JOINTS.contains(lower) && !part.isEmpty())
              || lower.equals("&")
              || lower.equals("|")
              || lower.equals("/")
              || lower.equals("•")
              || lower.equals("·")
              || lower.equals("-")
              || lower.equals("–")
              || lower.equals("—");
      if (joint) {
        parts.add(part.toString());
        part.setLength(0);
        continue;
      }
      int cut = cut(word);
      while (cut >= 0) {
        part.append(part.isEmpty() ? "" : " ").append(word, 0, cut);
        parts.add(part.toString());
        part.setLength(0);
        word = word.substring(cut + 1);
        cut = cut(word);
      }
      if (!word.isEmpty()) {
        part.append(part.isEmpty() ? "" : " ").append(word);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  private static int cut(String word) {
    if (word.contains("://")) {
      return -1;
    }
    for (int i = 0; i < word.length(); i++) {
      if (",;/|、，&".indexOf(word.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Without "by", without what stands in brackets. */
  private static String name(String part) {
    String name = part.strip();
    int bracket = name.indexOf('(');
    if (bracket > 0) {
      name = name.substring(0, bracket).strip();
    }
    boolean again = true;
    while (again) {
      int space = name.indexOf(' ');
      String first = (space < 0 ? name : name.substring(0, space)).toLowerCase(Locale.ROOT);
      String bare = first.endsWith(":") ? first.substring(0, first.length() - 1) : first;
      again = space > 0 && (OPENINGS.contains(bare) || (first.endsWith(":") && first.length() > 1));
      name = again ? name.substring(space + 1).strip() : name;
    }
    while (!name.isEmpty()
        && ".,:;-–—|\"'*".indexOf(name.charAt(name.length() - 1)) >= 0
        && !endsWithInitial(name)) {
      name = name.substring(0, name.length() - 1).strip();
    }
    return name;
  }

  private static boolean endsWithInitial(String name) {
    int length = name.length();
    return length > 2
        && name.charAt(length - 1) == '.'
        && (length == 3
            || name.charAt(length - 3) == ' '
            || name.endsWith("Jr.")
            || name.endsWith("Sr."));
  }

  private static boolean isPerson(String name, String site) {
    if (name.length() < 2 || name.length() > 60 || name.split(" ").length > 6) {
      return false;
    }
    int letters = 0;
    int digits = 0;
    for (int i = 0; i < name.length(); i++) {
      letters += Character.isLetter(name.charAt(i)) ? 1 : 0;
      digits += Character.isDigit(name.charAt(i)) ? 1 : 0;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return letters >= 2
        && digits <= 2
        && !lower.contains("://")
        && !lower.contains("@")
        && !lower.contains("www.")
        && !NOBODY.contains(lower)
        && (site.isEmpty() || !Phrases.plain(site).equals(Phrases.plain(name)));
  }
}
