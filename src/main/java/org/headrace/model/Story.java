package org.headrace.model;

import java.time.Instant;
import java.util.List;

/**
 * The articles that tell one event or text; what is published.
 *
 * @param tag the {@code tag:} URI (RFC 4151) under which it is published for ever
 * @param face the article that is shown
 * @param alsoIn the other sources, each once, in the order they came
 * @param published never in the future, never moved once set
 * @param updated moves only when the text changes
 */
public record Story(
    StoryId id,
    String tag,
    Article face,
    List<Mention> alsoIn,
    Instant published,
    Instant updated) {

  public Story {
    alsoIn = List.copyOf(alsoIn);
  }
}
