package org.headrace.publish;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Language tags (RFC 5646) that a reader understands; any other is left out. */
final class LanguageTag {
  private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

  private LanguageTag() {}

  /** {@code tag} in its usual spelling; empty if it is none or names no language. */
  static String of(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag.strip().replace('_', '-')).build();
      String language = locale.getLanguage();
      boolean known = language.length() == 3 || TWO_LETTERS.contains(language);
      return known && !language.equals("und") ? locale.toLanguageTag() : "";
    } catch (IllformedLocaleException e) {
      return "";
    }
  }

  /** The language of a whole feed: the one that all stories with a known language share. */
  static String shared(List<PublishedStory> stories) {
    List<String> tags =
        stories.stream()
            .map(PublishedStory::language)
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList();
    return tags.size() == 1 ? tags.get(0) : "";
  }
}
