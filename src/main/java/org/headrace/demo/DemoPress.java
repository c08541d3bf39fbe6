package org.headrace.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small invented press on this computer: eleven outlets, each on its own port of 127.0.0.1, with
 * feeds, article pages and pictures. What each outlet does out of the ordinary stands in the README
 * beside its texts.
 */
public final class DemoPress implements AutoCloseable {
  private static final Duration POLL_DISTANCE = Duration.ofSeconds(2);

  private final List<OutletServer> servers = new ArrayList<>();
  private final Journal journal = new Journal();
  private final Expected expected;

  private DemoPress(Expected expected) {
    this.expected = expected;
  }

  /**
   * Starts the press; its articles were published in the 36 hours before now.
   *
   * @param firstPort the outlets take this port and the ones after it; 0 takes any that are free
   * @throws IOException if a port cannot be had; the press is then stopped again
   */
  public static DemoPress start(int firstPort) throws IOException {
    return start(firstPort, Instant.now());
  }

  /** As {@link #start(int)}; ages count back from {@code pressDay}. */
  public static DemoPress start(int firstPort, Instant pressDay) throws IOException {
    List<Paper> papers = Paper.all(pressDay.truncatedTo(ChronoUnit.SECONDS));
    DemoPress press = new DemoPress(Expected.of(papers));
    try {
      for (Paper paper : papers) {
        press.open(paper, firstPort);
      }
      return press;
    } catch (IOException e) {
      press.close();
      throw e;
    }
  }

  private void open(Paper paper, int firstPort) throws IOException {
    int port = firstPort == 0 ? 0 : firstPort + servers.size();
    servers.add(OutletServer.start(paper, port, journal::add, InstantSource.system()));
  }

  /** All outlets, in the order of their ports. */
  public List<Outlet> outlets() {
    return servers.stream().map(OutletServer::outlet).toList();
  }

  /** The text of a {@code sources.yaml} that lists all feeds, each asked every two seconds. */
  public String sourcesYaml() {
    return sourcesYaml(POLL_DISTANCE);
  }

  /** As {@link #sourcesYaml()}; {@code every} is at least a second. */
  public String sourcesYaml(Duration every) {
    return outlets().stream()
        .map(outlet -> source(outlet, every))
        .collect(Collectors.joining("", "sources:\n", ""));
  }

  private static String source(Outlet outlet, Duration every) {
    return """
      - name: %s
        url: %s
        topics: [%s]
        private-network: allow
        every: %ds
    """
        .formatted(
            outlet.name(), outlet.feed(), String.join(", ", outlet.topics()), every.toSeconds());
  }

  /** What must come out of a full round. */
  public Expected expected() {
    return expected;
  }

  /** What was asked of all outlets, oldest first; of a very long run the latest part. */
  public List<Request> requests() {
    return journal.requests();
  }

  @Override
  public void close() {
    servers.forEach(OutletServer::close);
  }
}
