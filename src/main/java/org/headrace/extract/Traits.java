package org.headrace.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** Reads the traits of elements; remembers class names, since pages repeat them. One per page. */
final class Traits {
  private static final Map<String, Integer> WORDS = words();
  private static final int LONGEST_NAME = 400;
  private static final int MOST_NAMES = 20_000;
  private static final int MOST_DESCRIBING = 8;

  private final Map<String, Integer> known = new HashMap<>();

  private static Map<String, Integer> words() {
    Map<String, Integer> words = new HashMap<>();
    for (Map.Entry<String, List<String>> list : WordList.read("traits.txt").entrySet()) {
      int bit = Trait.named(list.getKey()).bit();
      for (String line : list.getValue()) {
        for (String word : line.split(" ")) {
          words.merge(word, bit, (a, b) -> a | b);
        }
      }
    }
    return words;
  }

  /** The traits that class, id, role and a few others give; not those of the tag. */
  int of(Element element) {
    if (element.attributesSize() == 0) {
      return 0;
    }
    Attributes attributes = element.attributes();
    int traits = ofName(attributes.get("class")) | ofName(attributes.get("id"));
    String role = attributes.get("role");
    if (!role.isEmpty()) {
      traits |= ofRole(role);
    }
    if (attributes.hasKey("hidden") && !"until-found".equals(attributes.get("hidden"))) {
      traits |= Trait.HIDDEN.bit();
    }
    String style = attributes.get("style");
    if (!style.isEmpty() && style.length() < LONGEST_NAME && hides(style)) {
      traits |= Trait.HIDDEN.bit();
    }
    return traits;
  }

  private int ofName(String name) {
    if (name.isEmpty()) {
      return 0;
    }
    Integer remembered = known.get(name);
    if (remembered != null) {
      return remembered;
    }
    int traits = read(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
    if (known.size() < MOST_NAMES) {
      known.put(name, traits);
    }
    return traits;
  }

  /** Looks up each class name, and each word in it: parts between hyphens and at capitals. */
  private static int read(String names) {
    int traits = 0;
    int count = 0;
    int start = 0;
    // Content systems list categories as classes of the article; only the first names describe.
    for (int i = 0; i <= names.length() && count < MOST_DESCRIBING; i++) {
      if (i == names.length() || names.charAt(i) <= ' ') {
        if (i > start) {
          count++;
          traits |= one(names.substring(start, i));
        }
        start = i + 1;
      }
    }
    return traits;
  }

  private static int one(String name) {
    return isAboutLayout(name)
        ? 0
        : WORDS.getOrDefault(name.toLowerCase(Locale.ROOT), 0) | words(name);
  }

  /** "has-sidebar", "no-sidebar": what stands beside the element, not what it is. */
  private static boolean isAboutLayout(String name) {
    return name.startsWith("has-") || name.startsWith("no-") || name.startsWith("with-");
  }

  private static int words(String name) {
    int traits = 0;
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || !Character.isLetter(name.charAt(i))) {
        traits |= word(name, start, i);
        start = i + 1;
      } else if (i > start
          && Character.isUpperCase(name.charAt(i))
          && Character.isLowerCase(name.charAt(i - 1))) {
        traits |= word(name, start, i);
        start = i;
      }
    }
    return traits;
  }

  private static int word(String name, int start, int end) {
    return end - start < 2
        ? 0
        : WORDS.getOrDefault(name.substring(start, end).toLowerCase(Locale.ROOT), 0);
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
