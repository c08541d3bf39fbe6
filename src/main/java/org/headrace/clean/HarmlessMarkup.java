package org.headrace.clean;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What can only be looked at. Elements that HTML reads by other rules than text (script, style,
 * noscript, textarea and the like) are not among it, whatever is in them.
 */
final class HarmlessMarkup {
  /** What publishing has other words for, or no use. */
  private static final Set<String> OLD =
      Set.of(
          "center",
          "font",
          "big",
          "tt",
          "strike",
          "acronym",
          "nobr",
          "dir",
          "menu",
          "main",
          "nav",
          "hgroup",
          "search",
          "data",
          "basefont",
          "rbc",
          "map",
          "area",
          "fieldset",
          "legend",
          "label",
          "meter",
          "progress",
          "output");

  private static final Set<String> MATH =
      Set.of(
          "math",
          "mrow",
          "mi",
          "mn",
          "mo",
          "ms",
          "mtext",
          "mspace",
          "mfrac",
          "msqrt",
          "mroot",
          "mstyle",
          "merror",
          "mpadded",
          "mphantom",
          "mfenced",
          "menclose",
          "msub",
          "msup",
          "msubsup",
          "munder",
          "mover",
          "munderover",
          "mmultiscripts",
          "mprescripts",
          "none",
          "mtable",
          "mtr",
          "mtd",
          "mlabeledtr",
          "semantics");

  private static final Set<String> DRAWING =
      Set.of(
          "svg",
          "g",
          "defs",
          "symbol",
          "title",
          "desc",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "text",
          "tspan",
          "textpath",
          "lineargradient",
          "radialgradient",
          "stop",
          "clippath",
          "mask",
          "pattern",
          "marker",
          "switch",
          "view");

  /** Addresses that do something instead of naming something. */
  private static final Set<String> ACTING =
      Set.of("javascript", "vbscript", "livescript", "mocha", "data", "blob", "view-source");

  private static final Set<String> WORDS = Set.of("alt", "title", "summary", "label", "content");

  private static final Set<String> ACTS =
      Set.of("srcdoc", "action", "formaction", "http-equiv", "ping", "is", "nonce", "autofocus");

  /** What letters look like and where they stand in their box; nothing that leaves the box. */
  private static final Set<String> STYLES = styles();

  private HarmlessMarkup() {}

  /** True if an element goes with all that is in it. */
  static boolean isDropped(Element element) {
    String name = element.normalName();
    return !mayStand(element) && (AllowList.isDropped(name) || name.equals("iframe"));
  }

  /** True if an element as such does no harm. */
  static boolean mayStand(Element element) {
    String name = element.normalName();
    return switch (element.tag().namespace()) {
      case Parser.NamespaceHtml -> isHtml(name);
      case Parser.NamespaceMathml -> MATH.contains(name);
      case Parser.NamespaceSvg -> DRAWING.contains(name);
      default -> isInAnyList(name);
    };
  }

  private static boolean isInAnyList(String name) {
    return isHtml(name) || MATH.contains(name) || DRAWING.contains(name);
  }

  private static boolean isHtml(String name) {
    boolean stands =
        AllowList.find(name).filter(allowed -> allowed.name().equals(name)).isPresent();
    return stands && !name.equals("iframe") || OLD.contains(name);
  }

  /** True if an attribute does no harm on an element that may stand. */
  static boolean mayStand(Element element, String attribute, String value) {
    String name = attribute.toLowerCase(Locale.ROOT);
    if (name.startsWith("on") || ACTS.contains(name) || !isName(name)) {
      return false;
    }
    if (name.equals("style")) {
      return isQuiet(value);
    }
    return WORDS.contains(name) || !acts(element, name, value);
  }

  private static boolean isName(String name) {
    return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_:.@".indexOf(c) >= 0);
  }

  private static boolean acts(Element element, String name, String value) {
    String plain =
        value
            .codePoints()
            .filter(c -> c > ' ' && !Character.isWhitespace(c) && !Character.isISOControl(c))
            .limit(60)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .toLowerCase(Locale.ROOT);
    int colon = plain.indexOf(':');
    boolean picture =
        plain.startsWith("data:image/")
            && !plain.startsWith("data:image/svg")
            && element.normalName().equals("img")
            && name.equals("src");
    return colon > 0 && !picture && ACTING.contains(plain.substring(0, colon));
  }

  /** True if every declaration of {@code style} is on the list and only uses plain values. */
  private static boolean isQuiet(String style) {
    for (String declaration : style.split(";")) {
      int colon = declaration.indexOf(':');
      if (declaration.isBlank()) {
        continue;
      }
      if (colon < 0
          || !STYLES.contains(declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT))) {
        return false;
      }
      if (!isPlain(declaration.substring(colon + 1).toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(String value) {
    boolean letters =
        value
            .chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || " ,.%#-+!'\"()/_\n\t".indexOf(c) >= 0);
    return letters
        && !value.contains("/*")
        && !value.contains("url")
        && !value.contains("expression")
        && !value.contains("script")
        && !value.contains("binding")
        && !value.contains("behavio");
  }

  private static Set<String> styles() {
    Set<String> all =
        new HashSet<>(
            Set.of(
                "color",
                "background",
                "background-color",
                "direction",
                "unicode-bidi",
                "cursor",
                "display",
                "float",
                "clear",
                "overflow",
                "width",
                "height",
                "max-width",
                "max-height",
                "min-width",
                "min-height",
                "line-height",
                "letter-spacing",
                "word-spacing",
                "white-space",
                "vertical-align",
                "word-wrap",
                "word-break",
                "overflow-wrap",
                "overflow-x",
                "overflow-y",
                "text-decoration-line",
                "text-decoration-color",
                "text-decoration-style",
                "text-decoration-thickness",
                "flex",
                "align-items",
                "justify-content",
                "table-layout",
                "box-sizing",
                "orphans",
                "widows",
                "object-fit",
                "aspect-ratio",
                "list-style",
                "list-style-type",
                "caption-side",
                "empty-cells"));
    for (String kind : Set.of("family", "size", "style", "variant", "weight", "stretch")) {
      all.add("font-" + kind);
    }
    all.add("font");
    for (String kind : Set.of("align", "decoration", "indent", "transform", "shadow", "overflow")) {
      all.add("text-" + kind);
    }
    Set<String> sides = Set.of("", "-top", "-right", "-bottom", "-left");
    for (String side : sides) {
      all.add("margin" + side);
      all.add("padding" + side);
      all.addAll(
          Set.of("", "-color", "-style", "-width").stream()
              .map(kind -> "border" + side + kind)
              .collect(Collectors.toSet()));
    }
    all.addAll(Set.of("border-collapse", "border-spacing", "border-radius"));
    return Set.copyOf(all);
  }
}
