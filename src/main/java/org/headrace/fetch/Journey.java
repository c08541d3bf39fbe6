package org.headrace.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.FetchOutcome;
import org.headrace.url.HostKey;

/**
 * One request from its first address over all redirects to an answer. Every hop is checked anew,
 * waits for the turn of its host, and is asked from the same budget of time.
 */
final class Journey {
  /** Rest of a host that is too busy but names no time. */
  private static final Duration BUSY = Duration.ofMinutes(1);

  /** Where a journey ends. */
  sealed interface End {
    /**
     * At an answer that is no redirect.
     *
     * @param permanent true if it took redirects to get there and each was for good
     */
    record Reached(URI location, boolean permanent, Reply.Answer answer) implements End {}

    /** On the way. */
    record Stopped(FetchOutcome outcome) implements End {}
  }

  /** What all journeys share. */
  record Ways(FetchSettings settings, InstantSource clock, Wire wire, HostTurns turns) {}

  /** Says before a place is asked whether it may be, and how much rest it wants. */
  @FunctionalInterface
  interface Gate {
    /** For places that are asked without looking at robots.txt. */
    Gate OPEN = place -> new RobotRules.None();

    RobotRules rules(URI place) throws InterruptedException;
  }

  private final Ways ways;
  private final Terms terms;
  private final Asking asking;
  private final Gate gate;
  private final Optional<byte[]> form;
  private final Budget budget;
  private final Set<URI> visited = new HashSet<>();
  private boolean forGood = true;
  private boolean home = true;
  private int status;

  Journey(Ways ways, Terms terms, Asking asking, Gate gate) {
    this(ways, terms, asking, gate, Optional.empty());
  }

  /**
   * A journey that may bring something along.
   *
   * @param form what is told at the end of the journey; empty if something is asked for
   */
  Journey(Ways ways, Terms terms, Asking asking, Gate gate, Optional<byte[]> form) {
    this.form = form;
    this.ways = ways;
    this.terms = terms;
    this.asking = asking;
    this.gate = gate;
    this.budget = new Budget(terms.deadline());
  }

  /** Travels from {@code start}, waiting where it must. */
  End from(URI start) {
    try {
      End end = hop(start);
      while (end instanceof End.Reached reached && isRedirect(reached.answer())) {
        end = follow(reached);
      }
      return end;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return failed("stopped before it was asked");
    }
  }

  private End follow(End.Reached reached) throws InterruptedException {
    status = reached.answer().status();
    forGood &= status == 301 || status == 308;
    if (visited.size() > ways.settings().redirects()) {
      return failed("it redirects more than " + ways.settings().redirects() + " times");
    }
    Optional<URI> next =
        LocationHeader.resolve(reached.location(), reached.answer().header("Location"));
    if (next.isPresent() && form.isPresent() && !mayBeTold(reached.location(), next.get())) {
      return failed("it redirects where a form must not go");
    }
    return next.isPresent()
        ? hop(next.get())
        : failed("it redirects to an address that cannot be read");
  }

  /** Only 307 and 308 keep the method; and what was told in secret is told nowhere in the open. */
  private boolean mayBeTold(URI from, URI to) {
    boolean opens = "https".equalsIgnoreCase(from.getScheme()) && !"https".equals(to.getScheme());
    return (status == 307 || status == 308) && !opens;
  }

  private End hop(URI place) throws InterruptedException {
    return switch (Target.of(place)) {
      case Refused refused -> refused(refused);
      case Target target -> hop(target);
    };
  }

  private End hop(Target target) throws InterruptedException {
    home &= asking.isHome(target.address());
    Optional<Refused> refused = AddressGuard.objection(target, asking.mayBeInside(home));
    if (refused.isPresent()) {
      return refused(refused.get());
    }
    if (!visited.add(target.address())) {
      return failed("it redirects in a circle");
    }
    RobotRules rules = gate.rules(target.address());
    Optional<FetchOutcome> objection = rules.objection(target.address());
    return objection.isPresent() ? new End.Stopped(objection.get()) : inTurn(target, rules.delay());
  }

  private End inTurn(Target target, Duration delay) throws InterruptedException {
    String key = HostKey.of(target.address());
    return switch (ways.turns().take(key, ways.settings().patience())) {
      case HostTurns.Admission.Resting resting -> resting(resting.left());
      case HostTurns.Admission.Granted granted -> {
        try (HostTurns.Turn turn = granted.turn()) {
          turn.rest(delay);
          yield ask(target, turn);
        }
      }
    };
  }

  private End ask(Target target, HostTurns.Turn turn) {
    Exchange.Ask ask =
        new Exchange.Ask(
            target, asking.mayBeInside(home), asking.headers(home), asking.relay(), form);
    return switch (ways.wire().ask(ask, terms, budget)) {
      case Refused refused -> refused(refused);
      case Reply.Broken broken ->
          new End.Stopped(new FetchOutcome.Failed(broken.status(), broken.reason()));
      case Reply.Answer answer -> {
        if (isBusy(answer)) {
          Instant now = ways.clock().instant();
          turn.rest(new HttpTimes(answer, now).retryAfter().orElse(BUSY));
        }
        boolean moved = visited.size() > 1 && forGood;
        yield new End.Reached(target.address(), moved, answer);
      }
    };
  }

  private End failed(String reason) {
    return new End.Stopped(new FetchOutcome.Failed(status, reason));
  }

  private End refused(Refused refused) {
    String reason = (status == 0 ? "not asked: " : "it redirects to ") + refused.reason();
    return new End.Stopped(new FetchOutcome.Blocked(status, reason));
  }

  private static End resting(Duration left) {
    String reason = "the host asked to be left alone, " + minutes(left) + " left";
    return new End.Stopped(new FetchOutcome.Postponed(0, Optional.of(left), reason));
  }

  private static String minutes(Duration left) {
    long minutes = Math.max(left.toMinutes(), 1);
    return minutes < 120 ? minutes + " min" : minutes / 60 + " h";
  }

  private static boolean isBusy(Reply.Answer answer) {
    return answer.status() == 429 || answer.status() == 503;
  }

  private static boolean isRedirect(Reply.Answer answer) {
    return switch (answer.status()) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }
}
