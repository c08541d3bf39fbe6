package org.headrace.fetch;

import crawlercommons.robots.BaseRobotRules;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.headrace.model.FetchOutcome;

/** What a site's robots.txt comes to (RFC 9309, 2.3.1). */
sealed interface RobotRules {
  Duration DAY = Duration.ofDays(1);
  Duration SOON = Duration.ofMinutes(10);

  /**
   * Rules that were read.
   *
   * @param bytes their size as text
   */
  record Known(BaseRobotRules rules, int bytes) implements RobotRules {
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

    boolean allows(URI page) {
      return rules.isAllowed(page.toASCIIString());
    }

    @Override
    public Duration delay() {
      Duration asked = Duration.ofMillis(Math.max(rules.getCrawlDelay(), 0));
      return asked.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : asked;
    }
  }

  /** There is none: everything is allowed. */
  record None() implements RobotRules {}

  /** They exist but cannot be had now, so nothing may be asked; {@code instead} says why. */
  record Unknown(FetchOutcome instead, Duration keep) implements RobotRules {}

  /** Rest that the site wants between two requests, at most a minute; zero if it does not say. */
  default Duration delay() {
    return Duration.ZERO;
  }

  /** How long this answer holds. */
  default Duration keep() {
    return this instanceof Unknown unknown ? unknown.keep() : DAY;
  }

  /** What to answer instead of asking for {@code page}; empty if it may be asked for. */
  default Optional<FetchOutcome> objection(URI page) {
    return switch (this) {
      case None none -> Optional.empty();
      case Unknown unknown -> Optional.of(unknown.instead());
      case Known known when known.allows(page) -> Optional.empty();
      case Known known ->
          Optional.of(
              new FetchOutcome.Blocked(0, "the site's robots.txt asks us not to read this"));
    };
  }
}
