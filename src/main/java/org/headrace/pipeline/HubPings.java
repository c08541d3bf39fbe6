package org.headrace.pipeline;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.PostOutcome;
import org.headrace.model.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells hubs which of our feeds have changed, after the new ones can be had; again and again, less
 * and less often, if a hub cannot be reached. After a start every feed counts as changed.
 *
 * @see <a href="https://www.w3.org/TR/websub/">WebSub</a>
 */
public final class HubPings {
  private static final Logger LOG = LoggerFactory.getLogger(HubPings.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final int MOST_DOUBLINGS = 12;

  private final List<String> hubs;
  private final Web web;
  private final InstantSource clock;
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();

  /** What a hub is to be told, and since how many attempts it could not be. */
  private record Waiting(Set<String> feeds, int failures, Instant next) {}

  /** Of {@code hubs}, each an absolute address. */
  public HubPings(Collection<String> hubs, Web web, InstantSource clock) {
    this.hubs = List.copyOf(hubs);
    this.web = web;
    this.clock = clock;
  }

  /** These feeds, by their public addresses, have changed and can be had. */
  synchronized void changed(Collection<String> feeds) {
    if (feeds.isEmpty()) {
      return;
    }
    for (String hub : hubs) {
      Waiting before = waiting.get(hub);
      Set<String> all = new LinkedHashSet<>(before == null ? Set.of() : before.feeds);
      all.addAll(feeds);
      waiting.put(
          hub,
          before == null
              ? new Waiting(all, 0, clock.instant())
              : new Waiting(all, before.failures, before.next));
    }
  }

  /** Tells every hub what waits for it, if its time has come. */
  public void ping() {
    for (String hub : hubs) {
      take(hub).ifPresent(due -> tell(hub, due));
    }
  }

  private synchronized Optional<Waiting> take(String hub) {
    Waiting due = waiting.get(hub);
    if (due == null || due.next.isAfter(clock.instant())) {
      return Optional.empty();
    }
    waiting.remove(hub);
    return Optional.of(due);
  }

  private void tell(String hub, Waiting due) {
    URI address = URI.create(hub);
    Set<String> left = new LinkedHashSet<>(due.feeds);
    for (String feed : due.feeds) {
      if (web.closed()) {
        return;
      }
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("hub.mode", "publish");
      fields.put("hub.url", feed);
      fields.put("hub.topic", feed);
      PostOutcome outcome = web.tell(address, fields, new Trust(address, true, Optional.empty()));
      switch (outcome) {
        case PostOutcome.Taken taken -> left.remove(feed);
        case PostOutcome.Refused refused -> {
          LOG.warn("the hub {} does not want to know of {}: {}", hub, feed, refused.reason());
          left.remove(feed);
        }
        case PostOutcome.Failed failed -> {
          again(hub, left, due.failures + 1, failed);
          return;
        }
      }
    }
    LOG.debug("the hub {} knows of {} changed feeds", hub, due.feeds.size());
  }

  private synchronized void again(
      String hub, Set<String> left, int failures, PostOutcome.Failed failed) {
    Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    Duration wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    Duration asked = failed.retryAfter().orElse(Duration.ZERO);
    Duration longer = asked.compareTo(wait) > 0 ? asked : wait;
    LOG.warn("the hub {} cannot be told: {}; again in {}", hub, failed.reason(), longer);
    Waiting since = waiting.get(hub);
    Set<String> all = new LinkedHashSet<>(left);
    if (since != null) {
      all.addAll(since.feeds);
    }
    waiting.put(hub, new Waiting(all, failures, clock.instant().plus(longer)));
  }
}
