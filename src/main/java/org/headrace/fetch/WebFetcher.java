package org.headrace.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.headrace.model.FetchOutcome;
import org.headrace.model.PostOutcome;
import org.headrace.url.HostKey;

/**
 * Asks the web. Blocks while it waits for the turn of a host and for the answer, so it is to be
 * called on virtual threads; any number of them.
 */
public final class WebFetcher implements AutoCloseable {
  private final Journey.Ways ways;
  private final Watchdog watchdog;
  private final Robots robots;
  private final Consumer<Answered> heard;
  private final Secrets secrets = new Secrets(System.getenv());

  /** With turns of this process alone. */
  public WebFetcher(FetchSettings settings, InstantSource clock) {
    this(settings, clock, answered -> {});
  }

  /**
   * With turns of this process alone.
   *
   * @param heard is told each answer to what was fetched, on the thread that fetched it
   */
  public WebFetcher(FetchSettings settings, InstantSource clock, Consumer<Answered> heard) {
    this(
        settings,
        clock,
        new LocalHostTurns(settings.gap(), settings.atOnce()),
        new SystemNames(),
        Certificates.strategy(Certificates.known()),
        heard);
  }

  /** With turns that are kept elsewhere. */
  public WebFetcher(FetchSettings settings, InstantSource clock, HostTurns turns) {
    this(settings, clock, turns, new SystemNames());
  }

  WebFetcher(FetchSettings settings, InstantSource clock, HostTurns turns, Names names) {
    this(settings, clock, turns, names, Certificates.strategy(Certificates.known()));
  }

  WebFetcher(
      FetchSettings settings,
      InstantSource clock,
      HostTurns turns,
      Names names,
      TlsSocketStrategy tls) {
    this(settings, clock, turns, names, tls, answered -> {});
  }

  private WebFetcher(
      FetchSettings settings,
      InstantSource clock,
      HostTurns turns,
      Names names,
      TlsSocketStrategy tls,
      Consumer<Answered> heard) {
    this.heard = heard;
    this.watchdog = new Watchdog();
    this.robots = new Robots(clock);
    this.ways = new Journey.Ways(settings, clock, new Exchange(names, watchdog, tls), turns);
  }

  /** Over another wire than the network. */
  WebFetcher(FetchSettings settings, InstantSource clock, HostTurns turns, Wire wire) {
    this.heard = answered -> {};
    this.watchdog = new Watchdog();
    this.robots = new Robots(clock);
    this.ways = new Journey.Ways(settings, clock, wire, turns);
  }

  /** Asks once, redirects included. Whatever comes of it is an outcome, never an exception. */
  public FetchOutcome fetch(FetchRequest request) {
    Terms terms = Terms.of(request.wanted(), ways.settings());
    Asking asking;
    try {
      Map<String, String> headers = FetchHeaders.of(request, ways.settings(), terms);
      asking = Asking.of(request.trust(), headers, secrets);
    } catch (Secrets.MissingSecretException missing) {
      return new FetchOutcome.Blocked(0, "not asked: " + missing.getMessage());
    }
    Journey journey = new Journey(ways, terms, asking, gate(request, asking));
    return switch (journey.from(request.address())) {
      case Journey.End.Stopped stopped -> stopped.outcome();
      case Journey.End.Reached reached -> {
        heard.accept(Answered.of(request.address(), reached));
        yield Outcomes.of(request, reached, ways.clock().instant());
      }
    };
  }

  /**
   * Tells a server something, once; only redirects that keep the method are followed. Whatever
   * comes of it is an outcome, never an exception.
   */
  public PostOutcome post(PostRequest request) {
    Terms terms = Terms.ofPost(ways.settings());
    Asking asking;
    try {
      asking = Asking.of(request.trust(), FetchHeaders.of(ways.settings(), terms), secrets);
    } catch (Secrets.MissingSecretException missing) {
      return new PostOutcome.Refused(0, "not asked: " + missing.getMessage());
    }
    Journey journey =
        new Journey(ways, terms, asking, Journey.Gate.OPEN, Optional.of(request.form()));
    return PostOutcomes.of(journey.from(request.address()), ways.clock().instant());
  }

  /**
   * How long the host of {@code address} still rests, as its answers and its robots.txt want it.
   */
  public Duration rest(URI address) {
    return ways.turns().rest(HostKey.of(address));
  }

  /** Lets a host rest until then, as it asked somebody else to. */
  public void rest(String host, Instant until) {
    ways.turns().rest(host, Duration.between(ways.clock().instant(), until));
  }

  /** Ends what is under way; whatever is asked later fails. */
  @Override
  public void close() {
    watchdog.close();
  }

  private Journey.Gate gate(FetchRequest request, Asking asking) {
    boolean obeys = request.wanted() == Wanted.PAGE && ways.settings().robots();
    return obeys ? place -> robots.of(place, rules -> ask(rules, asking)) : Journey.Gate.OPEN;
  }

  private Journey.End ask(URI rules, Asking asking) {
    Terms terms = Terms.ofRobots(ways.settings());
    Map<String, String> headers = FetchHeaders.of(ways.settings(), terms);
    return new Journey(ways, terms, asking.with(headers), Journey.Gate.OPEN).from(rules);
  }
}
