package org.headrace.group;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Knows an article of which there is little more than a headline, by that headline. */
final class TitleRule {
  private static final int FEWEST_WORDS = 3;
  private static final int SURE_WORDS = 4;
  private static final int MANY_WORDS = 5;
  private static final int FEW_WORDS = 6;
  private static final double LIKE = 0.7;
  private static final double LIKE_OF_FEW = 0.8;
  private static final double SAME = 1;
  private static final double HOURS = 72;
  private static final double HOURS_OF_FEWEST = 36;
  private static final double HOURS_SAME_SOURCE = 20;

  private TitleRule() {}

  record Match(Peer peer, double score, int words) {}

  static Optional<Match> best(Reading reading, Peers peers) {
    List<Match> matches =
        peers.sharingTitle(reading).stream()
            .map(peer -> match(reading, peer))
            .flatMap(Optional::stream)
            .toList();
    boolean isAmbiguous = matches.stream().map(match -> match.peer.story()).distinct().count() > 1;
    return matches.stream()
        .filter(match -> match.words >= SURE_WORDS || !isAmbiguous)
        .max(
            Comparator.comparingDouble(Match::score)
                .thenComparingLong(match -> -match.peer.arrival().id().value()));
  }

  private static Optional<Match> match(Reading one, Peer peer) {
    Reading other = peer.reading();
    Optional<Match> best = Optional.empty();
    if (!mayBeLike(one, other) || !areTitlesOnly(one, other) || haveOtherFigures(one, other)) {
      return best;
    }
    double hours = Times.hoursApart(one.time(), other.time());
    for (Headline mine : one.headlines()) {
      for (Headline theirs : other.headlines()) {
        double likeness = mine.likeness(theirs);
        int fewer = Math.min(mine.size(), theirs.size());
        if (mine.agreesInFigures(theirs)
            && isLike(likeness, fewer)
            && hours <= mostHours(one, other, likeness, fewer)
            && best.map(Match::score).orElse(0.0) < likeness) {
          best = Optional.of(new Match(peer, likeness, fewer));
        }
      }
    }
    return best;
  }

  private static boolean mayBeLike(Reading one, Reading other) {
    return one.possibleHeadlines().stream()
        .anyMatch(
            mine ->
                other.possibleHeadlines().stream()
                    .anyMatch(
                        theirs ->
                            isLike(mine.likeness(theirs), Math.min(mine.size(), theirs.size()))));
  }

  /**
   * Two sources may also head a few words in the same way. What has a paywall or an error for its
   * text needs another whose text tells its headline: many a headline heads anything.
   */
  private static boolean areTitlesOnly(Reading one, Reading other) {
    if ((one.isStub() && !other.tellsItsHeadline())
        || (other.isStub() && !one.tellsItsHeadline())) {
      return false;
    }
    boolean isBrief = one.isBrief() || other.isBrief();
    return one.isTitleOnly() || other.isTitleOnly() || (isBrief && !one.sameSource(other));
  }

  private static boolean haveOtherFigures(Reading one, Reading other) {
    return one.hasText() && other.hasText() && LookAlikes.are(one, other);
  }

  private static boolean isLike(double likeness, int words) {
    if (words < SURE_WORDS) {
      return words >= FEWEST_WORDS && likeness == SAME;
    }
    return likeness >= (words < FEW_WORDS ? LIKE_OF_FEW : LIKE);
  }

  private static double mostHours(Reading one, Reading other, double likeness, int words) {
    if (one.sameSource(other)) {
      return HOURS_SAME_SOURCE;
    }
    if (words < SURE_WORDS) {
      return HOURS_OF_FEWEST;
    }
    boolean isOneWithoutText = !one.hasText() || !other.hasText();
    return isOneWithoutText && likeness == SAME && words >= MANY_WORDS ? Double.MAX_VALUE : HOURS;
  }
}
