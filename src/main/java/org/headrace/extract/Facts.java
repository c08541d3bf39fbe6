package org.headrace.extract;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What one source within the page says about it. Texts are as written and empty if missing.
 *
 * @param authors names of people, cleaned
 * @param groups organisations that are given as author
 * @param image address as written
 * @param description the page's own summary
 * @param body the whole text, as some pages repeat it for machines
 * @param priced true if it says that reading costs
 */
record Facts(
    String title,
    List<String> authors,
    List<String> groups,
    Optional<OffsetDateTime> published,
    Optional<OffsetDateTime> modified,
    String image,
    String siteName,
    String language,
    String canonical,
    String section,
    String description,
    String body,
    boolean priced) {

  static final Facts NONE =
      new Facts(
          "",
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          false);

  /** These facts; where one is missing, the other's. */
  Facts or(Facts other) {
    return new Facts(
        or(title, other.title),
        authors.isEmpty() ? other.authors : authors,
        groups.isEmpty() ? other.groups : groups,
        published.or(other::published),
        modified.or(other::modified),
        or(image, other.image),
        or(siteName, other.siteName),
        or(language, other.language),
        or(canonical, other.canonical),
        or(section, other.section),
        or(description, other.description),
        or(body, other.body),
        priced || other.priced);
  }

  private static String or(String first, String second) {
    return first.isBlank() ? second : first;
  }
}
