package org.headrace.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headrace.model.WordList;

/** Knows how furniture reads: labels, openings of prompts, headings of what follows an article. */
final class Phrases {
  private static final Map<String, List<String>> LISTS =
      WordList.keyed(Phrases.class, "phrases.txt");
  private static final int LABEL = 1;
  private static final int OPENING = 2;
  private static final int CLOSING = 4;
  private static final Lexicon LINES = lines();
  private static final List<String> BOT_CHECKS = LISTS.getOrDefault("botcheck", List.of());
  private static final List<String> NOT_FOUND = LISTS.getOrDefault("notfound", List.of());
  private static final List<String> CONSENT = LISTS.getOrDefault("consent", List.of());
  private static final List<String> PAYWALLS = LISTS.getOrDefault("paywall", List.of());
  private static final List<String> DISCLOSURES = LISTS.getOrDefault("disclosure", List.of());
  private static final List<String> ABOUT = LISTS.getOrDefault("about", List.of());
  private static final int LONGEST_PHRASE = 60;
  private static final int SHORTEST_DISCLOSURE = 40;
  private static final int LONGEST_DISCLOSURE = 420;

  private Phrases() {}

  private static Lexicon lines() {
    Map<String, Integer> lines = new HashMap<>();
    add(lines, "label", LABEL);
    add(lines, "opening", OPENING);
    add(lines, "closing", CLOSING);
    return new Lexicon(lines);
  }

  private static void add(Map<String, Integer> lines, String list, int bit) {
    LISTS.getOrDefault(list, List.of()).forEach(line -> lines.merge(line, bit, (a, b) -> a | b));
  }

  /** What a line may be by its words, of its text and its {@link #plain} beginning. */
  static int says(String text, String plain) {
    int meaning = LINES.ofBeginnings(plain, LONGEST_PHRASE, LABEL);
    return text.length() >= LONGEST_PHRASE ? meaning & OPENING : meaning;
  }

  static boolean isLabel(Block block) {
    return (block.says() & LABEL) != 0;
  }

  static boolean isOpening(Block block) {
    return (block.says() & OPENING) != 0;
  }

  /** True if the line stands over what is no longer the article. */
  static boolean isClosing(Block block) {
    return (block.says() & CLOSING) != 0;
  }

  /** True for a paragraph that tells what the page earns by its links. */
  static boolean isDisclosure(Block block) {
    int length = block.text.length();
    return length > SHORTEST_DISCLOSURE
        && length < LONGEST_DISCLOSURE
        && DISCLOSURES.stream().anyMatch(block.plain()::contains);
  }

  /** What follows "about", in some language, at the beginning of a line; else empty. */
  static String afterAbout(String plain) {
    for (String about : ABOUT) {
      if (plain.startsWith(about) && plain.length() > about.length() + 1) {
        if (plain.charAt(about.length()) == ' ') {
          return plain.substring(about.length() + 1);
        }
      }
    }
    return "";
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

  /** Lower case; anything but letters, digits and marks becomes one space. */
  static String plain(String text) {
    return plain(text, text.length());
  }

  /** As {@link #plain(String)}, of the beginning of a text. */
  static String plain(String text, int length) {
    char[] plain = new char[length];
    text.getChars(0, length, plain, 0);
    int end = 0;
    char last = ' ';
    for (int i = 0; i < length; i++) {
      char c = Letters.plain(plain[i]);
      plain[end] = c;
      end += c != ' ' || last != ' ' ? 1 : 0;
      last = c;
    }
    return new String(plain, 0, end > 0 && last == ' ' ? end - 1 : end);
  }
}
