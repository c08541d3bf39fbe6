package org.headrace.group;

import java.util.Comparator;
import java.util.Optional;

/** Knows an article of which there is only a headline, by that headline. */
final class TitleRule {
  private static final int FEWEST_WORDS = 4;
  private static final int FEW_WORDS = 6;
  private static final double LIKE = 0.7;
  private static final double LIKE_OF_FEW = 0.8;
  private static final double HOURS = 72;
  private static final double HOURS_SAME_SOURCE = 20;

  private TitleRule() {}

  record Match(Known known, double score) {}

  static Optional<Match> best(Reading reading, Sight sight) {
    return Candidates.sharingTitle(reading, sight).stream()
        .map(known -> match(reading, new Reading(known.arrival(), sight), known))
        .flatMap(Optional::stream)
        .max(
            Comparator.comparingDouble(Match::score)
                .thenComparing(match -> -match.known.arrival().id().value()));
  }

  private static Optional<Match> match(Reading one, Reading other, Known known) {
    int fewer = Math.min(one.headline().size(), other.headline().size());
    double likeness = one.headline().likeness(other.headline());
    double hours = Times.hoursApart(one.time(), other.time());
    boolean isLike = likeness >= (fewer < FEW_WORDS ? LIKE_OF_FEW : LIKE);
    boolean isNear = hours <= (one.sameSource(other) ? HOURS_SAME_SOURCE : HOURS);
    boolean isHeadlineOnly = one.isTitleOnly() || other.isTitleOnly();
    return isHeadlineOnly && fewer >= FEWEST_WORDS && isLike && isNear
        ? Optional.of(new Match(known, likeness))
        : Optional.empty();
  }
}
