package org.headrace.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headrace.model.WordList;
import org.jsoup.nodes.Attributes;
import org.jspecify.annotations.Nullable;

/** Reads the traits of elements; remembers class names, since pages repeat them. One per page. */
final class Traits {
  private static final Lexicon WORDS = new Lexicon(words());
  private static final List<String> LAYOUTS = List.of("grid", "layout", "columns");
  private static final int LONGEST_NAME = 400;
  private static final int PLACES = 1 << 9;
  private static final int MOST_DESCRIBING = 8;

  /** Of each place: the name that was read there last, and its traits. */
  private final @Nullable String[] names = new String[PLACES];

  private final int[] known = new int[PLACES];

  /** Of the name being read. */
  private final char[] letters = new char[LONGEST_NAME];

  /** Attributes of the element that were not found yet. */
  private int remaining;

  private String className = "";

  private static Map<String, Integer> words() {
    Map<String, Integer> words = new HashMap<>();
    for (Map.Entry<String, List<String>> list :
        WordList.keyed(Traits.class, "traits.txt").entrySet()) {
      int bit = Trait.named(list.getKey()).bit();
      for (String line : list.getValue()) {
        for (String word : line.split(" ")) {
          words.merge(word, bit, (a, b) -> a | b);
        }
      }
    }
    return words;
  }

  /**
   * The traits that class, id, role and a few others give; not those of the tag.
   *
   * @param count how many attributes there are
   */
  int of(Attributes attributes, int count) {
    remaining = count;
    className = next(attributes, "class");
    int traits = ofName(className);
    traits |= read(next(attributes, "id"));
    String style = next(attributes, "style");
    if (!style.isEmpty() && style.length() < LONGEST_NAME && hides(style)) {
      traits |= Trait.HIDDEN.bit();
    }
    String role = next(attributes, "role");
    if (!role.isEmpty()) {
      traits |= ofRole(role);
    }
    if (remaining > 0
        && attributes.hasKey("hidden")
        && !attributes.get("hidden").equals("until-found")) {
      traits |= Trait.HIDDEN.bit();
    }
    return traits;
  }

  /** The value of an attribute, empty if it has none, looked for only while any are left. */
  private String next(Attributes attributes, String name) {
    if (remaining == 0) {
      return "";
    }
    String value = attributes.get(name);
    remaining -= value.isEmpty() ? 0 : 1;
    return value;
  }

  /** The class of the element asked for last, as written. */
  String className() {
    return className;
  }

  /** True if the element asked for last may have attributes besides those that were read. */
  boolean hasMore() {
    return remaining > 0;
  }

  /** The traits that the words of a name give: of a class, of an id, of an element. */
  int ofName(String name) {
    if (name.isEmpty()) {
      return 0;
    }
    int hash = name.hashCode();
    int place = (hash ^ hash >>> 15) & PLACES - 1;
    if (!name.equals(names[place])) {
      names[place] = name;
      known[place] = read(name);
    }
    return known[place];
  }

  /** Looks up each class name, and each word in it: parts between hyphens and at capitals. */
  private int read(String names) {
    int traits = 0;
    int count = 0;
    int start = 0;
    // Content systems list categories as classes of the article; only the first names describe.
    int length = Math.min(names.length(), LONGEST_NAME);
    names.getChars(0, length, letters, 0);
    for (int i = 0; i <= length && count < MOST_DESCRIBING; i++) {
      if (i == length || letters[i] <= ' ') {
        if (i > start) {
          count++;
          traits |= one(names, start, i);
        }
        start = i + 1;
      }
    }
    return traits;
  }

  private int one(String names, int start, int end) {
    if (isAboutLayout(names, start)) {
      return 0;
    }
    int traits = words(names, start, end);
    return Trait.SIDE.in(traits) && holdsBoth(names, start, end, traits)
        ? traits & ~Trait.SIDE.bit()
        : traits;
  }

  /** "sidebar-grid", "content-sidebar-wrap": what holds the text and what stands beside it. */
  private static boolean holdsBoth(String names, int start, int end, int traits) {
    return Trait.CONTENT.in(traits)
        || LAYOUTS.stream().anyMatch(word -> stands(word, names, start, end));
  }

  private static boolean stands(String word, String names, int start, int end) {
    int at = names.indexOf(word, start);
    return at > start && at + word.length() <= end;
  }

  /** "has-sidebar", "no-sidebar": what stands beside the element, not what it is. */
  private boolean isAboutLayout(String names, int start) {
    return switch (letters[start]) {
      case 'h' -> names.startsWith("has-", start);
      case 'n' -> names.startsWith("no-", start);
      case 'w' -> names.startsWith("with-", start);
      default -> false;
    };
  }

  /** The traits of the whole name and of each word in it, read in one go. */
  private int words(String names, int from, int end) {
    char[] letters = this.letters;
    int traits = 0;
    int start = from;
    int whole = 0;
    int word = 0;
    boolean small = false;
    for (int i = from; i < end; i++) {
      char c = letters[i];
      char lower = Letters.lower(c);
      whole = 31 * whole + lower;
      if (!Letters.isLetter(c)) {
        traits |= i - start < 2 ? 0 : WORDS.found(names, start, i, word);
        start = i + 1;
        word = 0;
        small = false;
        continue;
      }
      if (lower != c && small) {
        traits |= i - start < 2 ? 0 : WORDS.found(names, start, i, word);
        start = i;
        word = 0;
      }
      small = lower == c;
      word = 31 * word + lower;
    }
    traits |= end - start < 2 ? 0 : WORDS.found(names, start, end, word);
    return start == from ? traits : traits | WORDS.found(names, from, end, whole);
  }

  private static int ofRole(String role) {
    return switch (role) {
      case "navigation", "menu", "menubar", "search", "toolbar" -> Trait.NAV.bit();
      case "complementary" -> Trait.SIDE.bit();
      case "contentinfo" -> Trait.FOOT.bit();
      case "dialog", "alertdialog", "tooltip" -> Trait.LAYER.bit();
      case "banner" -> Trait.HEADER.bit();
      default -> 0;
    };
  }

  private static boolean hides(String style) {
    return declares(style, "display", "none") || declares(style, "visibility", "hidden");
  }

  private static boolean declares(String style, String property, String value) {
    int at = style.indexOf(property);
    if (at < 0 || (at > 0 && Character.isLetterOrDigit(style.charAt(at - 1)))) {
      return false;
    }
    int i = at + property.length();
    while (i < style.length() && (style.charAt(i) == ' ' || style.charAt(i) == ':')) {
      i++;
    }
    return style.startsWith(value, i);
  }
}
