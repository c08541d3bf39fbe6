package org.headrace.group;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.headrace.model.Arrival;
import org.headrace.model.Words;

/** An article made ready to be compared: without boilerplate, without the outlet's name. */
final class Reading {
  private static final int STUB_WORDS = 150;
  private static final double STUB_SHARE = 0.2;
  private static final double TABLE_FIGURES = 0.1;
  private static final int BRIEF_WORDS = 25;
  private static final int TAIL_STORIES = 3;

  private final Arrival arrival;
  private final Instant time;
  private final Words body;
  private final RunSet runs;
  private final BitSet bodyWords = new BitSet(1 << Words.HASH_BITS);
  private final Headline headline;
  private final boolean isTitleOnly;

  Reading(Arrival arrival, Sight sight) {
    this.arrival = arrival;
    time = Times.of(arrival);
    headline = headline(arrival, sight);
    body = Boilerplate.without(arrival.fingerprint().body(), arrival.source(), sight);
    runs = new RunSet(body);
    for (int i = 0; i < body.length(); i++) {
      bodyWords.set(body.hash(i));
    }
    isTitleOnly = body.runs() == 0 || isStub();
  }

  /** The outlet's name is what it puts behind the headlines of several stories. */
  private static Headline headline(Arrival arrival, Sight sight) {
    int tail = Tags.tail(arrival.source(), arrival.fingerprint());
    boolean isName = Sight.stories(sight.with(tail)).size() >= TAIL_STORIES;
    return isName
        ? Headline.withoutTail(arrival.fingerprint())
        : Headline.whole(arrival.fingerprint());
  }

  /**
   * A short text that says nothing of its headline is a paywall, a cookie note, an error; not a
   * table.
   */
  private boolean isStub() {
    return body.length() < STUB_WORDS
        && headline.size() > 0
        && !isTable()
        && told(headline) < STUB_SHARE * headline.size();
  }

  /** How many words of a headline the text has. */
  int told(Headline other) {
    return (int) Arrays.stream(other.words()).filter(bodyWords::get).count();
  }

  /** The headline, and what is left of it without what stands behind its last separator. */
  List<Headline> headlines() {
    return List.of(headline, Headline.withoutTail(arrival.fingerprint()));
  }

  /** How like the headlines are in the forms that are most like. */
  double titleLikeness(Reading other) {
    double most = 0;
    for (Headline one : headlines()) {
      for (Headline two : other.headlines()) {
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
        Arrays.stream(Headline.withoutTail(other.arrival.fingerprint()).words())
            .filter(word -> !headline.has(word))
            .toArray();
    long untold = Arrays.stream(apart).filter(word -> !bodyWords.get(word)).count();
    return apart.length == 0 ? 0 : (double) untold / apart.length;
  }

  /** True if there are so many figures that the text is a table. */
  private boolean isTable() {
    int figures = 0;
    for (int i = 0; i < body.length(); i++) {
      figures += body.kind(i) == Words.Kind.FIGURE ? 1 : 0;
    }
    return figures >= TABLE_FIGURES * body.length();
  }

  /** True if there is no text, or so little that the headline says as much. */
  boolean isBrief() {
    return body.length() < BRIEF_WORDS && !isTable();
  }

  boolean has(int wordHash) {
    return bodyWords.get(wordHash);
  }

  Arrival arrival() {
    return arrival;
  }

  Instant time() {
    return time;
  }

  Words body() {
    return body;
  }

  RunSet runs() {
    return runs;
  }

  Headline headline() {
    return headline;
  }

  /** True if there is no text that could be compared. */
  boolean isTitleOnly() {
    return isTitleOnly;
  }

  boolean sameSource(Reading other) {
    return arrival.source().equals(other.arrival.source());
  }
}
