package org.headrace.parse;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Months and weekdays in the languages feeds are written in, full and short, without accents. */
final class MonthNames {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "ru", "uk", "bg", "sv",
          "da", "nb", "fi", "et", "lt", "lv", "hu", "ro", "tr", "el", "ca", "id", "vi", "hr", "sr",
          "sq", "eu", "gl", "is", "ar", "he", "hi", "th", "zh", "ja", "ko");

  private static final int SHORTEST = 3;
  private static final int FIRST_OF_EAST_ASIA = 0x2E80;
  private static final int[] WIDTHS = {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED};
  private static final int[] CONTEXTS = {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE};

  private static final Set<String> MORE_WEEKDAYS = Set.of("tues", "weds", "thur", "thurs");

  /** Short forms that are not how the long form begins and stand in no list. */
  private static final Map<String, Integer> MORE_MONTHS = Map.of("agt", 8, "mrz", 3, "sept", 9);

  /** Two languages may mean different months by one word: then it is 0. */
  private static final Map<String, Integer> MONTHS = new HashMap<>();

  private static final Map<String, Integer> WEEKDAYS = new HashMap<>();

  static {
    MORE_WEEKDAYS.forEach(name -> WEEKDAYS.put(name, 0));
    Map<String, Integer> english = new HashMap<>();
    LANGUAGES.forEach(language -> learn(language, english));
    MONTHS.putAll(MORE_MONTHS);
    MONTHS.putAll(english);
  }

  private MonthNames() {}

  /** 1 to 12; 0 if {@code word} is no month, or not the same one everywhere. */
  static int month(String word) {
    Integer known = MONTHS.get(word);
    return known != null ? known : beginning(word);
  }

  /** Short forms differ from list to list, but they all are how the long form begins. */
  private static int beginning(String word) {
    if (word.length() < SHORTEST || WEEKDAYS.containsKey(word)) {
      return 0;
    }
    List<Integer> found =
        MONTHS.entrySet().stream()
            .filter(name -> name.getKey().startsWith(word))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    return found.size() == 1 ? found.getFirst() : 0;
  }

  /** The day {@code word} names; empty if none, or not the same one everywhere. */
  static Optional<DayOfWeek> weekday(String word) {
    int day = WEEKDAYS.getOrDefault(word, 0);
    return day == 0 ? Optional.empty() : Optional.of(DayOfWeek.of(day));
  }

  static boolean isWeekday(String word) {
    return WEEKDAYS.containsKey(word);
  }

  private static void learn(String language, Map<String, Integer> english) {
    DateFormatSymbols symbols = DateFormatSymbols.getInstance(new ULocale(language));
    for (int context : CONTEXTS) {
      for (int width : WIDTHS) {
        String[] months = symbols.getMonths(context, width);
        for (int i = 0; i < 12; i++) {
          String name = key(months[i]);
          if (language.equals("en")) {
            english.put(name, i + 1);
          }
          note(MONTHS, name, i + 1);
        }
        String[] weekdays = symbols.getWeekdays(context, width);
        for (int i = 1; i <= 7; i++) {
          note(WEEKDAYS, key(weekdays[i]), i == 1 ? 7 : i - 1);
        }
      }
    }
  }

  /** Single letters are names only where letters are words. */
  private static void note(Map<String, Integer> names, String name, int number) {
    if (name.isEmpty()) {
      return;
    }
    if ((name.length() > 1 || name.codePointAt(0) > FIRST_OF_EAST_ASIA)
        && name.chars().allMatch(Character::isLetter)) {
      names.merge(name, number, (known, now) -> known.equals(now) ? known : 0);
    }
  }

  private static String key(String name) {
    return DateToken.plain(name.replace(".", ""));
  }
}
