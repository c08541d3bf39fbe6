package org.headrace.extract;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The months' names in the languages of the web, in full and short, as CLDR has them. */
final class MonthNames {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu",
          "ro", "hr", "sl", "sr", "bg", "ru", "uk", "el", "tr", "id", "ms", "ca", "lt", "lv", "et",
          "is", "sq", "mk", "af", "sw", "hi", "bn", "fa", "ar", "vi");

  private static final Map<String, Integer> MONTHS = months();

  private MonthNames() {}

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT,
                TextStyle.SHORT_STANDALONE)) {
          String name = plain(month.getDisplayName(style, locale), locale);
          if (name.length() > 2 && Character.isLetter(name.charAt(0))) {
            months.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    months.put("sept", 9);
    months.put("märz", 3);
    months.put("jänner", 1);
    months.put("mrz", 3);
    return months;
  }

  private static String plain(String name, Locale locale) {
    String lower = name.toLowerCase(locale);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** 1 to 12; zero if the word names no month. */
  static int number(String word) {
    return MONTHS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }
}
