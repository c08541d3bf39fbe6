package org.headrace.store;

import java.time.Instant;
import java.util.Optional;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Entry;
import org.headrace.model.Grouping;
import org.headrace.model.Source;
import org.headrace.model.StoryId;

/**
 * What became of one entry, and why.
 *
 * @param state where on its way it is
 * @param reason why it waits or was left out, in words for the operator; empty if neither
 * @param seen when it was first met
 * @param lastSeen when its feed last carried it
 * @param attempts how often its page was asked for
 * @param waitsUntil when it is looked at again; empty if it does not wait
 * @param entry as the feed has it; empty once its article is kept
 * @param article as it is shown; empty until it was read
 * @param grouping why it is in its story; empty as long as it has none
 * @param decided when that was decided
 * @param newer how many stories stand before its own in the feed of everything; 0 if it has none
 */
public record Account(
    ArticleId id,
    Source source,
    boolean paused,
    State state,
    String reason,
    Instant seen,
    Instant lastSeen,
    int attempts,
    Optional<Instant> waitsUntil,
    Optional<Entry> entry,
    Optional<Article> article,
    Optional<StoryId> story,
    Optional<Grouping> grouping,
    Optional<Instant> decided,
    int newer) {

  /** How far an entry has come. */
  public enum State {
    /** It waits for its text. */
    NEW,
    /** It waits for its story. */
    READ,
    /** It is in a story. */
    GROUPED,
    /** It is not published. */
    LEFT
  }
}
