package org.headrace.fetch;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.headrace.model.FetchOutcome;
import org.headrace.model.Validators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server to play with, and a fetcher that may ask it: what tests of fetching have in common. */
abstract class FetchTests {
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  static final String OK = "HTTP/1.1 200 OK\nContent-Type: application/rss+xml";
  static final String FEED = "<rss version=\"2.0\"><channel><title>Mill</title></channel></rss>";

  ScriptedServer server;
  WebFetcher fetcher;

  @BeforeEach
  void open() throws IOException {
    server = new ScriptedServer();
    fetcher = new WebFetcher(settings(), InstantSource.fixed(NOW));
  }

  @AfterEach
  void close() throws IOException {
    fetcher.close();
    server.close();
  }

  /** Small and quick, so that limits are met soon. */
  FetchSettings settings() {
    return settings(Duration.ZERO, Duration.ofSeconds(20));
  }

  static FetchSettings settings(Duration gap, Duration deadline) {
    return new FetchSettings(
        "headrace/0 (+mailto:miller@mill.example)",
        gap,
        8,
        deadline,
        deadline,
        200_000,
        100_000,
        5,
        true,
        Duration.ofMinutes(2));
  }

  FetchOutcome feed(String path) {
    return feed(path, Validators.NONE);
  }

  FetchOutcome feed(String path, Validators validators) {
    return fetcher.fetch(new FetchRequest(server.at(path), validators, Wanted.FEED, true));
  }

  FetchOutcome page(String path) {
    return page(server.at(path));
  }

  FetchOutcome page(URI address) {
    return fetcher.fetch(new FetchRequest(address, Validators.NONE, Wanted.PAGE, true));
  }

  static FetchOutcome.Found found(FetchOutcome outcome) {
    return assertInstanceOf(FetchOutcome.Found.class, outcome);
  }

  static FetchOutcome.Failed failed(FetchOutcome outcome) {
    return assertInstanceOf(FetchOutcome.Failed.class, outcome);
  }

  static FetchOutcome.Blocked blocked(FetchOutcome outcome) {
    return assertInstanceOf(FetchOutcome.Blocked.class, outcome);
  }

  static FetchOutcome.Postponed postponed(FetchOutcome outcome) {
    return assertInstanceOf(FetchOutcome.Postponed.class, outcome);
  }

  static String text(FetchOutcome outcome) {
    return new String(found(outcome).page().body(), StandardCharsets.UTF_8);
  }
}
