package org.headrace.schedule;

import java.time.Duration;
import java.time.Instant;
import org.headrace.model.SourceId;
import org.headrace.model.StableHash;

/**
 * A delay that differs from source to source and from poll to poll, so that sources asked together
 * once do not stay together. The same question gets the same answer.
 */
final class Spread {
  private static final Duration MOST = Duration.ofMinutes(15);
  private static final int SHARE = 10;

  private Spread() {}

  /** Up to a tenth of {@code wait}, at most a quarter of an hour. */
  static Duration of(SourceId source, Instant now, Duration wait) {
    long most = Spans.shorter(wait.dividedBy(SHARE), MOST).toSeconds();
    long chance = StableHash.of(source + "@" + now.getEpochSecond());
    return Duration.ofSeconds(most <= 0 ? 0 : chance % (most + 1));
  }
}
