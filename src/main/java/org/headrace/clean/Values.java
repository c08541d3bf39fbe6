package org.headrace.clean;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Rules for attributes that hold no address: each lets pass one small grammar and nothing else. */
final class Values {
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_QUERY = 500;

  private static final boolean[] TAG = letters("");
  private static final boolean[] TIME = letters(":.+ ,/");
  private static final boolean[] MEDIA_TYPE = letters("/;=\"'.,+ ");
  private static final boolean[] QUERY = letters("().,:<>=%*/+ \n\t");
  private static final boolean[] CLASS = letters("_+#.");

  private Values() {}

  static AttributeRule text() {
    return (value, around) ->
        Optional.of(
            value.length() <= LONGEST_TEXT ? value : cut(XmlText.legal(value), LONGEST_TEXT));
  }

  /** Present or not, whatever it says. */
  static AttributeRule flag() {
    return (value, around) -> Optional.of("");
  }

  /** Whole numbers up to {@code most}, with a sign where HTML allows one. */
  static AttributeRule number(int most) {
    return (value, around) ->
        Optional.of(value.strip()).filter(v -> isNumber(v) && Math.abs(Long.parseLong(v)) <= most);
  }

  /** Number of pixels, as HTML reads it: digits, perhaps a fraction, a unit that is ignored. */
  static AttributeRule length() {
    return (value, around) -> {
      String size = value.strip();
      String digits = withoutUnit(size);
      boolean plain = digits.length() <= 8 && isDigits(digits, true);
      return plain && !digits.isEmpty() ? Optional.of(size) : Optional.empty();
    };
  }

  /** One of a few words, in any case. */
  static AttributeRule oneOf(String... words) {
    Set<String> known = Set.of(words);
    return (value, around) ->
        Optional.of(value.strip()).filter(v -> known.contains(v.toLowerCase(Locale.ROOT)));
  }

  /** The list types {@code 1 a A i I}, in which case counts. */
  static AttributeRule listType() {
    Set<String> types = Set.of("1", "a", "A", "i", "I", "disc", "circle", "square");
    return (value, around) -> Optional.of(value.strip()).filter(types::contains);
  }

  /** Language tag (RFC 5646). */
  static AttributeRule language() {
    return (value, around) ->
        Optional.of(value.strip()).filter(tag -> tag.length() <= 35 && consistsOf(tag, TAG));
  }

  /** Date, time or duration of HTML. */
  static AttributeRule dateTime() {
    return (value, around) ->
        Optional.of(value.strip()).filter(v -> v.length() <= 60).filter(v -> consistsOf(v, TIME));
  }

  /** Media type with parameters, such as {@code video/mp4; codecs="avc1"}. */
  static AttributeRule mediaType() {
    return (value, around) ->
        Optional.of(value.strip())
            .filter(v -> v.length() <= 200)
            .filter(v -> consistsOf(v, MEDIA_TYPE));
  }

  /** Media queries and source sizes: lengths, comparisons, brackets. */
  static AttributeRule mediaQuery() {
    return (value, around) ->
        Optional.of(value.strip())
            .filter(v -> v.length() <= LONGEST_QUERY && !v.isEmpty())
            .filter(v -> consistsOf(v, QUERY));
  }

  /** The classes of code, if one of them names its language. */
  static AttributeRule codeClass() {
    return (value, around) -> codeClasses(value);
  }

  /** The class that says what the attributes of a code listing's own script say. */
  static Optional<String> statedLanguage(Element code) {
    return Stream.of("data-lang", "data-language")
        .map(code::attr)
        .filter(language -> !language.isBlank())
        .findFirst()
        .flatMap(language -> codeClasses("language-" + language.strip().toLowerCase(Locale.ROOT)));
  }

  private static Optional<String> codeClasses(String value) {
    String classes =
        Arrays.stream(value.strip().split("\\s+"))
            .filter(token -> token.length() <= 50)
            .filter(token -> consistsOf(token, CLASS))
            .limit(10)
            .collect(Collectors.joining(" "));
    return Optional.of(classes).filter(c -> c.toLowerCase(Locale.ROOT).contains("lang"));
  }

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean inPair = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, inPair ? most - 1 : most);
  }

  private static String withoutUnit(String size) {
    int unit = size.endsWith("px") ? 2 : size.endsWith("%") ? 1 : 0;
    return size.substring(0, size.length() - unit);
  }

  private static boolean isNumber(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    return !digits.isEmpty() && digits.length() <= 9 && isDigits(digits, false);
  }

  /** ASCII letters, digits, hyphens and the marks named. */
  private static boolean[] letters(String marks) {
    boolean[] letters = new boolean[128];
    for (char c = 0; c < letters.length; c++) {
      letters[c] = isTagLetter(c) || marks.indexOf(c) >= 0;
    }
    return letters;
  }

  private static boolean consistsOf(String text, boolean[] letters) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= letters.length || !letters[c]) {
        return false;
      }
    }
    return true;
  }

  static boolean isDigits(String text, boolean fraction) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if ((c < '0' || c > '9') && !(fraction && c == '.')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTagLetter(int c) {
    int lower = c | 0x20;
    return (c < 0x80 && lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }
}
