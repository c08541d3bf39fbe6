package org.headrace.publish;

import java.util.List;

/**
 * The page of a search.
 *
 * @param query what was asked for; empty if nothing was
 * @param stories newest first
 */
public record SearchPage(Frame frame, String query, List<PublishedStory> stories) {

  /** How many there are, in words. */
  public String count() {
    return switch (stories.size()) {
      case 0 -> "No story has these words";
      case 1 -> "One story";
      default -> stories.size() + " stories";
    };
  }
}
