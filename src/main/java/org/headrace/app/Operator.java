package org.headrace.app;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;
import org.headrace.web.Controls;

/** Does what the operator asks of the running program. */
final class Operator implements Controls {
  private static final Duration COOL_DOWN = Duration.ofMinutes(1);

  private final Store store;
  private final SourceList list;
  private final InstantSource clock;

  Operator(Store store, SourceList list, InstantSource clock) {
    this.store = store;
    this.list = list;
    this.clock = clock;
  }

  @Override
  public Done reload() {
    SourceList.Applied applied = list.reload();
    return new Done(applied.done() ? 200 : 422, applied.words());
  }

  /** No source is asked by hand more often than every minute: its server is not ours. */
  @Override
  public Done refresh(String wanted) {
    Instant now = clock.instant();
    List<SourceStatus> named =
        store.sources().all().stream()
            .filter(status -> !status.paused() && isMeant(status, wanted.strip()))
            .toList();
    if (named.isEmpty()) {
      return new Done(404, "no source is called \"" + wanted.strip() + "\"");
    }
    if (named.size() > 1) {
      return new Done(409, named.size() + " sources are called so; name the address");
    }
    SourceStatus source = named.getFirst();
    Optional<Instant> again = source.state().polled().map(polled -> polled.plus(COOL_DOWN));
    if (again.filter(now::isBefore).isPresent()) {
      Duration wait = Duration.between(now, again.get());
      return new Done(
          429,
          "%s was asked a moment ago; it can be asked again in %d s"
              .formatted(source.source().name(), wait.toSeconds() + 1));
    }
    store.sources().askNow(source.source().id(), now);
    return new Done(200, source.source().name() + " is asked as soon as its host may be");
  }

  private static boolean isMeant(SourceStatus status, String wanted) {
    URI address = status.source().address();
    return status.source().name().equalsIgnoreCase(wanted) || address.toString().equals(wanted);
  }
}
