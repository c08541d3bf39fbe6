package org.headrace.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.headrace.model.PollOutcome;
import org.headrace.model.PollState;
import org.headrace.model.Rhythm;

/**
 * What is learned from polls about how often a source has news, and how often it is asked for that.
 *
 * <p>To hear of all news soonest with a given number of polls, sources are asked in proportion to
 * the square root of how often they have news: Sia, Cho and Cho, Efficient Monitoring Algorithm for
 * Fast News Alerts, IEEE TKDE 2007. So the wait is the geometric mean of the usual gap between two
 * entries and a fixed time. A silence much longer than usual, of a night or for ever, lengthens it.
 */
final class Learning {
  /** Silence up to so many gaps is nothing unusual. */
  private static final int USUAL = 2;

  /** The wait grows by this part of what the silence is longer than usual. */
  private static final int PART_OF_SILENCE = 6;

  private static final Duration SHORTEST_GAP = Duration.ofMinutes(1);
  private static final Duration LONGEST_GAP = Duration.ofDays(365);

  private Learning() {}

  /** How often a source has news, as known after {@code outcome}; empty if no feed ever came. */
  static Optional<Rhythm> rhythm(
      PollState before, PollOutcome outcome, Instant now, PollSettings settings) {
    return outcome instanceof PollOutcome.Changed changed
        ? Optional.of(rhythm(before, changed, now, settings))
        : before.rhythm();
  }

  /** Dates are believed as far as they do not contradict what was seen. */
  private static Rhythm rhythm(
      PollState before, PollOutcome.Changed changed, Instant now, PollSettings settings) {
    Rhythm seen = seen(before, changed.fresh(), now, settings);
    return changed
        .rhythm()
        .map(dated -> new Rhythm(newest(dated, changed, before, now), gap(dated)))
        .orElse(seen);
  }

  private static Instant newest(
      Rhythm dated, PollOutcome.Changed changed, PollState before, Instant now) {
    Instant latest = changed.fresh() > 0 ? now : before.changed().orElse(now);
    return dated.newest().isBefore(latest) ? dated.newest() : latest;
  }

  private static Duration gap(Rhythm dated) {
    return Spans.shorter(Spans.longer(dated.gap(), SHORTEST_GAP), LONGEST_GAP);
  }

  /** Where entries have no dates: by when polls found something new. */
  private static Rhythm seen(PollState before, int fresh, Instant now, PollSettings settings) {
    Rhythm last =
        before.rhythm().orElse(new Rhythm(now, gapFor(settings.first(), settings.yardstick())));
    if (fresh <= 0 || before.polled().isEmpty()) {
      return last;
    }
    Duration found = Spans.between(last.newest(), now).dividedBy(fresh);
    Duration gap = last.gap().plus(found).dividedBy(2);
    return new Rhythm(now, Spans.shorter(Spans.longer(gap, SHORTEST_GAP), LONGEST_GAP));
  }

  /**
   * The wait that {@code rhythm} asks for.
   *
   * @param turnedOver true if every entry was new: some may have been missed
   */
  static Duration wait(Rhythm rhythm, boolean turnedOver, Instant now, PollSettings settings) {
    Duration usual = mean(rhythm.gap(), settings.yardstick());
    Duration silence = Spans.between(rhythm.newest(), now).minus(rhythm.gap().multipliedBy(USUAL));
    Duration wait = Spans.longer(usual, silence.dividedBy(PART_OF_SILENCE));
    return settings.within(turnedOver ? wait.dividedBy(2) : wait);
  }

  /** The wait that was planned last. */
  static Duration last(PollState before, PollSettings settings) {
    return settings.within(before.interval().orElse(settings.first()));
  }

  /** The geometric mean. */
  private static Duration mean(Duration one, Duration other) {
    return Duration.ofMillis(
        Math.round(Math.sqrt((double) one.toMillis() * (double) other.toMillis())));
  }

  /** The gap that would make the wait {@code wait}. */
  private static Duration gapFor(Duration wait, Duration yardstick) {
    double millis = (double) wait.toMillis() * wait.toMillis() / yardstick.toMillis();
    return Duration.ofMillis(Math.max(1, Math.round(millis)));
  }
}
