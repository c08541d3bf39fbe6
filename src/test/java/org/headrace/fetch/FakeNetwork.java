package org.headrace.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.HeaderGroup;

/**
 * A network of one thread on a clock of its own: who waits moves the clock. All of fetching is the
 * real one but for the sockets.
 */
public final class FakeNetwork implements InstantSource {
  /** Answers for all hosts. */
  @FunctionalInterface
  public interface Servers {
    /** The answer to a GET of {@code address}, asked at {@code at}. */
    Said answer(URI address, Map<String, String> headers, Instant at);
  }

  /**
   * An answer.
   *
   * @param took from the request until its last byte
   */
  public record Said(int status, Map<String, String> headers, byte[] body, Duration took) {}

  private final Servers servers;
  private Instant now;

  /** Begins at {@code now}. */
  public FakeNetwork(Servers servers, Instant now) {
    this.servers = servers;
    this.now = now;
  }

  /** A fetcher on this network. */
  public WebFetcher fetcher(FetchSettings settings) {
    LocalHostTurns turns = new LocalHostTurns(settings.gap(), settings.atOnce(), new Passing());
    return new WebFetcher(settings, this, turns, this::ask);
  }

  /** Sets the clock, also back: what follows begins then. */
  public void set(Instant moment) {
    now = moment;
  }

  @Override
  public Instant instant() {
    return now;
  }

  private Reply ask(Exchange.Ask ask, Terms terms, Budget budget) {
    Said said = servers.answer(ask.target().address(), ask.headers(), now);
    now = now.plus(said.took());
    HeaderGroup group = new HeaderGroup();
    said.headers().forEach((name, value) -> group.addHeader(new BasicHeader(name, value)));
    return new Reply.Answer(said.status(), group, said.body());
  }

  private final class Passing implements Waits {
    @Override
    public long nanos() {
      return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public void sleep(Duration time) {
      now = now.plus(time);
    }
  }
}
