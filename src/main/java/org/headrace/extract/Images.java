package org.headrace.extract;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** Finds the address of an image, however late the page means to load it. */
final class Images {
  private static final List<String> LAZY =
      List.of(
          "data-src",
          "data-original",
          "data-lazy-src",
          "data-original-src",
          "data-lazy",
          "data-hi-res-src",
          "data-full-src",
          "data-image",
          "data-url",
          "data-src-large",
          "data-native-src",
          "data-actualsrc");
  private static final List<String> SETS = List.of("srcset", "data-srcset", "data-lazy-srcset");
  private static final int WIDEST = 2_000;
  private static final int SMALLEST = 50;

  private Images() {}

  /** The address as written; empty if the image is a placeholder, a pixel or an icon. */
  static String address(Element image) {
    if (isSmall(image.attr("width")) || isSmall(image.attr("height"))) {
      return "";
    }
    Attributes attributes = image.attributes();
    for (String name : LAZY) {
      String address = attributes.get(name).strip();
      if (isAddress(address)) {
        return address;
      }
    }
    String plain = image.attr("src").strip();
    if (isAddress(plain) && !isPlaceholder(plain)) {
      return plain;
    }
    for (String name : SETS) {
      String address = largest(image.attr(name));
      if (isAddress(address)) {
        return address;
      }
    }
    return "";
  }

  /**
   * As {@link #address}, looking also at sources around it and at a copy for pages without script.
   */
  static String addressOrNear(Element image) {
    String address = address(image);
    Element parent = image.parent();
    if (!address.isEmpty() || parent == null) {
      return address;
    }
    for (Element sibling : parent.children().subList(0, Math.min(parent.childrenSize(), 20))) {
      if (sibling.normalName().equals("noscript")) {
        Element copy = sibling.selectFirst("img");
        if (copy != null && !address(copy).isEmpty()) {
          return address(copy);
        }
      }
    }
    return largest(sourceSet(image));
  }

  /**
   * The source set beside an image that names none itself; empty if there is none. Of several the
   * first that every reader can show, else the first.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/embedded-content.html#the-source-element">
   *     source</a>
   */
  static String sourceSet(Element image) {
    Element parent = image.parent();
    if (parent == null || !address(image).isEmpty()) {
      return "";
    }
    String first = "";
    for (Element sibling : parent.children().subList(0, Math.min(parent.childrenSize(), 20))) {
      String set = sibling.normalName().equals("source") ? set(sibling) : "";
      if (!set.isEmpty() && !isOfANewFormat(sibling.attr("type"))) {
        return set;
      }
      first = first.isEmpty() ? set : first;
    }
    return first;
  }

  private static String set(Element source) {
    for (String name : SETS) {
      String set = source.attr(name).strip();
      if (isAddress(largest(set))) {
        return set;
      }
    }
    return "";
  }

  private static boolean isOfANewFormat(String type) {
    return type.endsWith("webp") || type.endsWith("avif") || type.endsWith("jxl");
  }

  private static boolean isAddress(String text) {
    return !text.isEmpty()
        && text.length() < 4_000
        && !text.startsWith("data:")
        && !text.startsWith("{")
        && !text.startsWith("[")
        && !text.startsWith("about:");
  }

  private static boolean isPlaceholder(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.contains("placeholder")
        || lower.contains("/blank.")
        || lower.contains("spacer.gif")
        || lower.contains("transparent.")
        || lower.contains("grey.gif")
        || lower.contains("1x1.");
  }

  private static boolean isSmall(String pixels) {
    int value = 0;
    for (int i = 0; i < pixels.length() && i < 6 && Character.isDigit(pixels.charAt(i)); i++) {
      value = value * 10 + pixels.charAt(i) - '0';
    }
    return !pixels.isEmpty()
        && Character.isDigit(pixels.charAt(0))
        && value < SMALLEST
        && !pixels.endsWith("%");
  }

  /**
   * The widest candidate of a source set that is not wider than a screen.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/images.html#srcset-attributes">srcset</a>
   */
  static String largest(String set) {
    String best = "";
    double most = -1;
    if (set.length() > 20_000) {
      return best;
    }
    int i = 0;
    while (i < set.length()) {
      while (i < set.length() && (Character.isWhitespace(set.charAt(i)) || set.charAt(i) == ',')) {
        i++;
      }
      int start = i;
      while (i < set.length() && !Character.isWhitespace(set.charAt(i))) {
        i++;
      }
      String address = set.substring(start, i);
      int comma = set.indexOf(',', i);
      int end = address.endsWith(",") ? i : comma < 0 ? set.length() : comma;
      double width = width(set.substring(i, end).strip());
      if (!address.isEmpty() && ((width > most && width <= WIDEST) || best.isEmpty())) {
        most = width;
        best = address.endsWith(",") ? address.substring(0, address.length() - 1) : address;
      }
      i = end + 1;
    }
    return best;
  }

  /** Pixels of "640w"; a density of "2x" counts as twice 600. */
  private static double width(String descriptor) {
    if (descriptor.length() < 2) {
      return 600;
    }
    try {
      double number = Double.parseDouble(descriptor.substring(0, descriptor.length() - 1));
      return descriptor.endsWith("x") ? number * 600 : number;
    } catch (NumberFormatException unreadable) {
      return 0;
    }
  }
}
