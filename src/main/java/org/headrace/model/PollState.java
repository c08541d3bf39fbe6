package org.headrace.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a source between two polls.
 *
 * @param validators to send with the next request
 * @param bodyHash of the last body; 0 if there was none
 * @param interval the wait chosen last; empty before the first poll
 * @param polled when it was last asked
 * @param changed when it last had news
 * @param failures polls in a row that gave no feed
 * @param words what the operator is told of the last poll; empty before the first
 * @param feed where the feed of a site was found; empty if the source's own address is asked
 * @param hints what the feed last said about when to come back: it holds over answers without a
 *     body; empty if no feed was ever read
 * @param rhythm how often it has news; empty if no feed was ever read
 * @param move the last answer that it has moved for good; empty if it says so no more
 * @param failing since when no feed could be had; empty while one can
 * @param pushed when a hub last sent what was new; empty if none does
 */
public record PollState(
    Validators validators,
    long bodyHash,
    Optional<Duration> interval,
    Optional<Instant> polled,
    Optional<Instant> changed,
    int failures,
    String words,
    Optional<URI> feed,
    Optional<PollHints> hints,
    Optional<Rhythm> rhythm,
    Optional<Move> move,
    Optional<Instant> failing,
    Optional<Instant> pushed) {
  /** A source that was never asked. */
  public static final PollState NEW =
      new PollState(
          Validators.NONE, 0, Optional.empty(), Optional.empty(), Optional.empty(), 0, "");

  /** The state of a source of which no more is remembered. */
  public PollState(
      Validators validators,
      long bodyHash,
      Optional<Duration> interval,
      Optional<Instant> polled,
      Optional<Instant> changed,
      int failures,
      String words) {
    this(
        validators,
        bodyHash,
        interval,
        polled,
        changed,
        failures,
        words,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Where the feed of {@code source} is, as the operator wrote it or as it was found. */
  public URI known(Source source) {
    return feed.orElse(source.address());
  }

  /** Where {@code source} is to be asked: where its feed moved, once that is believed. */
  public URI address(Source source) {
    return move.filter(Move::adopted).map(Move::to).orElse(known(source));
  }

  /** The same, after a hub sent something at {@code now}; {@code news} if any of it was new. */
  public PollState pushedAt(Instant now, boolean news) {
    return heard(news ? Optional.of(now) : changed, Optional.of(now));
  }

  /** The same, but no hub is relied upon any more. */
  public PollState unpushed() {
    return heard(changed, Optional.empty());
  }

  private PollState heard(Optional<Instant> news, Optional<Instant> fromHub) {
    return new PollState(
        validators,
        bodyHash,
        interval,
        polled,
        news,
        failures,
        words,
        feed,
        hints,
        rhythm,
        move,
        failing,
        fromHub);
  }
}
