package org.headrace.schedule;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.headrace.model.Move;
import org.headrace.model.PollOutcome;
import org.headrace.model.PollState;
import org.headrace.model.Source;

/**
 * Decides when a feed that says it has moved for good is believed: after the same answer on several
 * days. One mistaken answer of a server, of a hotel's network or of somebody in between changes
 * nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4.2">RFC 9110, 15.4.2</a>
 */
public final class Moves {
  private static final int DAYS = 3;

  /** So many failures in a row, and the address the operator wrote is asked again. */
  private static final int FAILURES = 3;

  private Moves() {}

  /**
   * What is to be remembered of moves.
   *
   * @param answered where the answer came from, if every redirect to there was 301 or 308
   */
  static Optional<Move> after(
      Source source, PollState before, PollOutcome outcome, Optional<URI> answered, Instant now) {
    return switch (outcome) {
      case PollOutcome.Changed changed -> read(source, before, answered, now);
      case PollOutcome.Unchanged unchanged -> read(source, before, answered, now);
      case PollOutcome.Failed failed when before.failures() + 1 >= FAILURES -> Optional.empty();
      case PollOutcome.Failed failed -> before.move();
      case PollOutcome.Blocked blocked -> before.move();
      case PollOutcome.Postponed postponed -> before.move();
      case PollOutcome.Gone gone -> before.move();
    };
  }

  private static Optional<Move> read(
      Source source, PollState before, Optional<URI> answered, Instant now) {
    Optional<Move> known = before.move();
    if (answered.isEmpty()) {
      return known.filter(Move::adopted);
    }
    URI to = answered.get();
    URI from = before.known(source);
    if (to.equals(from) || losesEncryption(from, to)) {
      return Optional.empty();
    }
    return Optional.of(
        known
            .filter(move -> move.to().equals(to))
            .map(move -> again(move, now))
            .orElse(new Move(to, 1, now, false)));
  }

  private static Move again(Move move, Instant now) {
    int days = move.days() + (day(now).isAfter(day(move.last())) ? 1 : 0);
    return new Move(move.to(), days, now, days >= DAYS);
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private static boolean losesEncryption(URI from, URI to) {
    return "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme());
  }
}
