package org.headrace.group;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.headrace.model.Arrival;
import org.headrace.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * An article made ready to be compared: without boilerplate, without the outlet's name. Most of
 * those looked at turn out to be unlike, so each thing is made when it is asked for.
 */
final class Reading {
  private static final int STUB_WORDS = 150;
  private static final double TOLD_SHARE = 0.2;
  private static final double TABLE_FIGURES = 0.1;
  private static final int BRIEF_WORDS = 25;
  private static final int TAIL_STORIES = 3;

  private final Arrival arrival;
  private final Sight sight;
  private final Instant time;
  private boolean isApproached;
  private @Nullable List<Line> lines;
  private @Nullable Words body;
  private @Nullable RunSet runs;
  private @Nullable BitSet bodyWords;
  private @Nullable Headline headline;
  private @Nullable List<Headline> possibleHeadlines;

  Reading(Arrival arrival, Sight sight) {
    this.arrival = arrival;
    this.sight = sight;
    time = Times.of(arrival);
  }

  /** The outlet's name is what it puts behind the headlines of several stories. */
  private boolean isTailName() {
    int tail = Tags.tail(arrival.source(), arrival.fingerprint());
    return sight.spread(tail, arrival.source().value()).anywhere() >= TAIL_STORIES;
  }

  /**
   * A short text that says nothing of its headline is a paywall, a cookie note, an error; not a
   * table.
   */
  private boolean tellsNothing() {
    return body().length() < STUB_WORDS
        && headline().size() > 0
        && !isTable()
        && told(headline()) < TOLD_SHARE * headline().size();
  }

  /** How many words of a headline the text has. */
  int told(Headline other) {
    return (int) Arrays.stream(other.words()).filter(this::has).count();
  }

  /** The headline and what stands on either side of its last separator. */
  List<Headline> headlines() {
    return List.of(headline(), withoutTail(), possibleHeadlines().get(2));
  }

  /** What the headline may be, whether the outlet's name is known or not. */
  List<Headline> possibleHeadlines() {
    if (possibleHeadlines == null) {
      possibleHeadlines = Headline.all(arrival.fingerprint());
    }
    return possibleHeadlines;
  }

  /** How like the headlines are, with or without what stands behind their last separators. */
  double titleLikeness(Reading other) {
    double most = 0;
    for (Headline one : List.of(headline(), withoutTail())) {
      for (Headline two : List.of(other.headline(), other.withoutTail())) {
        most = Math.max(most, one.likeness(two));
      }
    }
    return most;
  }

  /**
   * Of what only the other's headline says, the share that this text does not say either; 0 if this
   * headline says it all.
   */
  double untold(Reading other) {
    int[] apart =
        Arrays.stream(other.withoutTail().words()).filter(word -> !headline().has(word)).toArray();
    long untold = Arrays.stream(apart).filter(word -> !has(word)).count();
    return apart.length == 0 ? 0 : (double) untold / apart.length;
  }

  /** True if there are so many figures that the text is a table. */
  private boolean isTable() {
    int figures = 0;
    for (int i = 0; i < body().length(); i++) {
      figures += body().kind(i) == Words.Kind.FIGURE ? 1 : 0;
    }
    return figures >= TABLE_FIGURES * body().length();
  }

  /** True if there is no text, or so little that the headline says as much. */
  boolean isBrief() {
    return body().length() < BRIEF_WORDS && !isTable();
  }

  boolean has(int wordHash) {
    if (bodyWords == null) {
      bodyWords = new BitSet(1 << Words.HASH_BITS);
      for (int i = 0; i < body().length(); i++) {
        bodyWords.set(body().hash(i));
      }
    }
    return bodyWords.get(wordHash);
  }

  Arrival arrival() {
    return arrival;
  }

  Instant time() {
    return time;
  }

  Words body() {
    if (body == null) {
      if (!isApproached) {
        sight.approach(lines().stream().mapToInt(Line::tag).toArray());
      }
      body = Boilerplate.without(allWords(), lines(), arrival.source(), sight);
    }
    return body;
  }

  /** Its tags; all that will be looked for by them is brought near at once. */
  int[] approached() {
    int[] tags = Tags.of(arrival, lines());
    sight.approach(tags);
    isApproached = true;
    return tags;
  }

  /** The lines of the text with its boilerplate. */
  private List<Line> lines() {
    if (lines == null) {
      lines = Line.of(allWords());
    }
    return lines;
  }

  /** The text with its boilerplate. */
  Words allWords() {
    return arrival.fingerprint().body();
  }

  RunSet runs() {
    if (runs == null) {
      runs = new RunSet(body());
    }
    return runs;
  }

  Headline headline() {
    if (headline == null) {
      headline = isTailName() ? withoutTail() : possibleHeadlines().getFirst();
    }
    return headline;
  }

  private Headline withoutTail() {
    return possibleHeadlines().get(1);
  }

  /** True if there is no text that could be compared. */
  boolean isTitleOnly() {
    return body().runs() == 0 || isStub();
  }

  /** True if there is so much text that it is no stub. */
  boolean isLong() {
    return allWords().length() >= STUB_WORDS;
  }

  /** True if the text speaks of what the headline says, or if there is only the headline. */
  boolean tellsItsHeadline() {
    return !hasText() || told(headline()) >= TOLD_SHARE * headline().size();
  }

  /** True if there is a text of any kind. */
  boolean hasText() {
    return allWords().length() > 0;
  }

  /** True if there is a text, but one that says nothing of its headline, or only boilerplate. */
  boolean isStub() {
    return hasText() && (body().runs() == 0 || tellsNothing());
  }

  boolean sameSource(Reading other) {
    return arrival.source().equals(other.arrival.source());
  }
}
