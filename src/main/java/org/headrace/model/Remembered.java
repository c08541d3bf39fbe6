package org.headrace.model;

import java.time.Instant;

/**
 * What memory keeps of an article whose story has been decided.
 *
 * @param order place in the sequence of decisions, rising
 * @param seen when the article was fetched
 * @param marks what it is found by; {@link Marks#NONE} if they have to be made anew
 */
public record Remembered(
    long order, ArticleId article, SourceId source, StoryId story, Instant seen, Marks marks) {
  /** The same, found by other marks. */
  public Remembered with(Marks others) {
    return new Remembered(order, article, source, story, seen, others);
  }
}
