package org.headrace.schedule;

import java.time.Duration;
import java.time.Instant;
import org.headrace.model.PollState;

/**
 * What is learned from one poll about how often a source has news: half the usual gap between two
 * entries is often enough, and silence makes slower.
 */
final class Learning {
  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final Duration TWO_WEEKS = Duration.ofDays(14);
  private static final Duration A_MONTH = Duration.ofDays(30);

  private Learning() {}

  /**
   * The wait after news.
   *
   * @param fresh number of new entries, at least one
   * @param known entries seen before; none means that some may have been missed
   */
  static Duration afterNews(
      PollState before, int fresh, int known, Instant now, PollSettings settings) {
    Duration last = last(before, settings);
    if (before.polled().isEmpty()) {
      return last;
    }
    if (known == 0) {
      return settings.within(last.dividedBy(4));
    }
    Instant since = before.changed().or(before::polled).orElse(now);
    Duration halfGap = Spans.between(since, now).dividedBy(2L * fresh);
    return settings.within(Spans.shorter(last, Spans.longer(halfGap, last.dividedBy(2))));
  }

  /** The wait after nothing new: half as long again, up to what the silence so far allows. */
  static Duration afterSilence(PollState before, Instant now, PollSettings settings) {
    Duration last = last(before, settings);
    Duration most = Spans.longer(last, most(before, now, settings.longest()));
    return settings.within(Spans.shorter(last.multipliedBy(3).dividedBy(2), most));
  }

  /** The wait that was planned last. */
  static Duration last(PollState before, PollSettings settings) {
    return settings.within(before.interval().orElse(settings.first()));
  }

  /**
   * A quarter of the longest wait for a source that was alive this week; all of it after a month.
   */
  private static Duration most(PollState before, Instant now, Duration longest) {
    Duration silence = before.changed().map(at -> Spans.between(at, now)).orElse(Duration.ZERO);
    if (silence.compareTo(A_WEEK) < 0) {
      return longest.dividedBy(4);
    }
    if (silence.compareTo(TWO_WEEKS) < 0) {
      return longest.dividedBy(2);
    }
    return silence.compareTo(A_MONTH) < 0 ? longest.multipliedBy(3).dividedBy(4) : longest;
  }
}
