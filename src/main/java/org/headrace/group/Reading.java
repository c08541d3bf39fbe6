package org.headrace.group;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import org.headrace.model.Arrival;
import org.headrace.model.Words;

/** An article made ready to be compared: without boilerplate, without the outlet's name. */
final class Reading {
  private static final int STUB_WORDS = 150;
  private static final double STUB_SHARE = 0.2;
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

  /** A short text that says nothing of its headline is a paywall, a cookie note, an error. */
  private boolean isStub() {
    return body.length() < STUB_WORDS
        && headline.size() > 0
        && told(headline) < STUB_SHARE * headline.size();
  }

  /** How many words of a headline the text has. */
  int told(Headline other) {
    return (int) Arrays.stream(other.words()).filter(bodyWords::get).count();
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
