package org.headrace.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.headrace.store.Node;
import org.headrace.store.Store;
import org.headrace.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process among others on the same store: says that it runs, and looks how they differ. */
public final class Nodes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

  /** Who was not heard of for so long does not run any more. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final Store store;
  private final SourceList list;
  private final InstantSource clock;
  private final Node own;
  private final long settings;
  private volatile int polling = 1;
  private boolean outdated;
  private List<String> told = List.of();

  /**
   * A process that has just opened {@code store}, and so knows its form.
   *
   * @param version of the program
   * @param files digests of its files
   * @param settings edition of the settings in the store that it started with; 0 without
   */
  Nodes(
      Store store,
      SourceList list,
      String name,
      String version,
      Set<Role> roles,
      Map<String, String> files,
      long settings,
      InstantSource clock) {
    this.store = store;
    this.list = list;
    this.clock = clock;
    this.settings = settings;
    Instant now = clock.instant();
    own =
        new Node(
            ThreadLocalRandom.current().nextLong(Long.MAX_VALUE),
            name,
            now,
            now,
            version,
            store.nodes().form(),
            roles.stream().map(Role::toString).sorted().toList(),
            files);
  }

  /** Says that this process runs, and tells in the log when nodes differ that did not before. */
  public synchronized void beat() {
    if (store.exclusive()) {
      return; // there are no others
    }
    Instant now = clock.instant();
    Map<String, String> files = new TreeMap<>(own.files());
    list.digest().ifPresent(digest -> files.put(SourcesInStore.DOCUMENT, digest));
    store
        .nodes()
        .beat(
            new Node(
                own.id(),
                own.name(),
                own.started(),
                now,
                own.version(),
                own.form(),
                own.roles(),
                files));
    if (settings > 0
        && !outdated
        && store.documents().edition(SharedSettings.DOCUMENT) > settings) {
      outdated = true;
      LOG.warn("the settings in the store have changed: they count here from the next start");
    }
    List<Node> running = running(store, now);
    polling =
        (int) running.stream().filter(node -> node.roles().contains(Role.POLL.toString())).count();
    tell(Drift.of(running, store.nodes().form()));
  }

  /** How many processes polled from the store when this one last looked, itself among them. */
  public int polling() {
    return polling;
  }

  /** The processes that work on {@code store} now. */
  public static List<Node> running(Store store, Instant now) {
    return Drift.running(store.nodes().since(now.minus(SILENCE)));
  }

  private void tell(List<String> drift) {
    drift.stream().filter(one -> !told.contains(one)).forEach(one -> LOG.warn("nodes: {}", one));
    if (drift.isEmpty() && !told.isEmpty()) {
      LOG.warn("nodes: all are alike again");
    }
    told = drift;
  }

  /** Says that this process ends. */
  @Override
  public void close() {
    try {
      store.nodes().leave(own.id());
    } catch (StoreException e) {
      LOG.debug("the others will see by themselves", e);
    }
  }
}
