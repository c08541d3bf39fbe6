package org.headrace.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Knows how furniture reads: labels, openings of prompts, headings of what follows an article. */
final class Phrases {
  private static final Map<String, List<String>> LISTS = WordList.read("phrases.txt");
  private static final Set<String> LABELS = Set.copyOf(LISTS.getOrDefault("label", List.of()));
  private static final Set<String> OPENINGS = Set.copyOf(LISTS.getOrDefault("opening", List.of()));
  private static final Set<String> CLOSINGS = Set.copyOf(LISTS.getOrDefault("closing", List.of()));
  private static final List<String> BOT_CHECKS = LISTS.getOrDefault("botcheck", List.of());
  private static final List<String> NOT_FOUND = LISTS.getOrDefault("notfound", List.of());
  private static final List<String> CONSENT = LISTS.getOrDefault("consent", List.of());
  private static final List<String> PAYWALLS = LISTS.getOrDefault("paywall", List.of());
  private static final int LONGEST_PHRASE = 60;

  private Phrases() {}

  static boolean isLabel(Block block) {
    return block.text.length() < LONGEST_PHRASE && LABELS.contains(block.plain());
  }

  static boolean isOpening(Block block) {
    return beginsWithAny(block.plain(), OPENINGS);
  }

  /** True if the line stands over what is no longer the article. */
  static boolean isClosing(Block block) {
    return block.text.length() < LONGEST_PHRASE && beginsWithAny(block.plain(), CLOSINGS);
  }

  static boolean isBotCheck(String text) {
    return holdsAny(text, BOT_CHECKS);
  }

  static boolean isNotFound(String text) {
    return holdsAny(text, NOT_FOUND);
  }

  static boolean isConsent(String text) {
    return holdsAny(text, CONSENT);
  }

  static boolean isPaywall(String text) {
    return holdsAny(text, PAYWALLS);
  }

  private static boolean holdsAny(String text, List<String> phrases) {
    String plain = ' ' + plain(text.length() > 600 ? text.substring(0, 600) : text) + ' ';
    for (String phrase : phrases) {
      int at = plain.indexOf(phrase);
      if (at > 0 && plain.charAt(at - 1) == ' ') {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsWithAny(String plain, Set<String> phrases) {
    String start = plain.length() > LONGEST_PHRASE ? plain.substring(0, LONGEST_PHRASE) : plain;
    for (int end = start.length(); end > 0; end = start.lastIndexOf(' ', end - 1)) {
      if (phrases.contains(start.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** Lower case; anything but letters, digits and marks becomes one space. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        plain.append(c);
      } else if (Character.isLetterOrDigit(c)
          || Character.getType(c) == Character.NON_SPACING_MARK
          || Character.isSurrogate(c)) {
        plain.append(c);
      } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return plain.toString().strip().toLowerCase(Locale.ROOT);
  }
}
