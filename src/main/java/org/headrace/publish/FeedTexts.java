package org.headrace.publish;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What a feed says of itself, the same in all formats. */
final class FeedTexts {
  /** When nothing was ever published. */
  static final Instant NEVER = Instant.EPOCH;

  private FeedTexts() {}

  /** Never empty. */
  static String title(Publication publication) {
    String title = LegalText.line(publication.title());
    return title.isEmpty() ? WebAddress.siteName(publication.page()) : title;
  }

  /** One sentence, never empty. */
  static String description(Publication publication) {
    int sources = publication.sources().size();
    return switch (sources) {
      case 0 -> "The newest stories, each told once.";
      case 1 -> "The newest stories of one source, each told once.";
      default -> "The newest stories of " + sources + " sources, each told once.";
    };
  }

  /** When the text of any story changed last. */
  static Instant updated(List<PublishedStory> stories) {
    return stories.stream()
        .map(PublishedStory::updated)
        .max(Comparator.naturalOrder())
        .orElse(NEVER);
  }

  /** When anything at all was new last. */
  static Instant changed(List<PublishedStory> stories) {
    return stories.stream()
        .map(PublishedStory::changed)
        .max(Comparator.naturalOrder())
        .orElse(NEVER);
  }
}
