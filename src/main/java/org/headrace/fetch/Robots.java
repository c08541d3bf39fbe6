package org.headrace.fetch;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.headrace.model.FetchOutcome;

/**
 * Knows the robots.txt of sites, for a day each. Each is asked for once, however many wait for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>
 */
final class Robots {
  /** What we answer to in robots.txt, whatever the operator puts into the user agent. */
  static final String TOKEN = "headrace";

  private static final int MOST_BYTES = 16_000_000;
  private static final int BYTES_OF_ANY = 200;

  private final AsyncCache<String, RobotRules> known;

  Robots(InstantSource clock) {
    known =
        Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String site, RobotRules rules) -> weight(rules))
            .expireAfter(Expiry.creating((String site, RobotRules rules) -> rules.keep()))
            .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
            .executor(Runnable::run)
            .buildAsync();
  }

  /**
   * The rules for a page.
   *
   * @param ask asks for a robots.txt, called if it is not known
   * @throws InterruptedException if interrupted while another thread asks for it
   */
  RobotRules of(URI page, Function<URI, Journey.End> ask) throws InterruptedException {
    URI place = page.resolve("/robots.txt");
    CompletableFuture<RobotRules> mine = new CompletableFuture<>();
    CompletableFuture<RobotRules> others = known.asMap().putIfAbsent(place.toString(), mine);
    if (others == null) {
      return answer(mine, place, ask);
    }
    try {
      return others.get();
    } catch (ExecutionException failed) {
      return new RobotRules.None();
    }
  }

  private static RobotRules answer(
      CompletableFuture<RobotRules> mine, URI place, Function<URI, Journey.End> ask) {
    try {
      RobotRules rules = read(place, ask.apply(place));
      mine.complete(rules);
      return rules;
    } finally {
      mine.completeExceptionally(new IllegalStateException("robots.txt was not read"));
    }
  }

  private static RobotRules read(URI place, Journey.End end) {
    return switch (end) {
      case Journey.End.Reached reached -> read(place, reached.answer());
      case Journey.End.Stopped stopped -> stopped(stopped.outcome());
    };
  }

  private static RobotRules read(URI place, Reply.Answer answer) {
    int status = answer.status();
    if (status == 200) {
      return parsed(place, answer);
    }
    return status == 429 || status >= 500 ? unavailable(status) : new RobotRules.None();
  }

  private static RobotRules parsed(URI place, Reply.Answer answer) {
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    try {
      return new RobotRules.Known(
          parser.parseContent(place.toString(), answer.body(), "text/plain", List.of(TOKEN)),
          answer.body().length);
    } catch (RuntimeException unreadable) {
      return new RobotRules.None();
    }
  }

  private static RobotRules unavailable(int status) {
    return new RobotRules.Unknown(
        new FetchOutcome.Postponed(
            status, Optional.of(RobotRules.SOON), "the site's robots.txt cannot be had"),
        RobotRules.SOON);
  }

  /**
   * A redirect that leads nowhere counts as no robots.txt (RFC 9309, 2.3.1.2). What was refused to
   * the one who asked is not kept for others.
   */
  private static RobotRules stopped(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Failed failed when failed.status() >= 300 -> new RobotRules.None();
      case FetchOutcome.Blocked blocked when blocked.status() >= 300 -> new RobotRules.None();
      case FetchOutcome.Failed failed -> new RobotRules.Unknown(failed, RobotRules.SOON);
      case FetchOutcome other -> new RobotRules.Unknown(other, Duration.ZERO);
    };
  }

  private static int weight(RobotRules rules) {
    return rules instanceof RobotRules.Known read ? BYTES_OF_ANY + read.bytes() : BYTES_OF_ANY;
  }
}
