package org.headrace.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.PostOutcome;
import org.headrace.model.Source;
import org.headrace.model.Standing;
import org.headrace.model.Subscription;
import org.headrace.model.Subscription.State;
import org.headrace.model.Trust;
import org.headrace.push.HubForm;
import org.headrace.push.LeasePlan;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;

/** Asks hubs to send, to go on sending, and to stop. */
public final class HubKeeper {
  private static final int AT_ONCE = 8;

  /** Long enough to wait in line for a hub that many feeds share. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final Store store;
  private final Web web;
  private final PushSettings settings;
  private final InstantSource clock;
  private final Journal journal;
  private final PollSlots slots = new PollSlots(AT_ONCE);

  /** A keeper of what was arranged in {@code store}. */
  public HubKeeper(
      Store store, Web web, PushSettings settings, InstantSource clock, Journal journal) {
    this.store = store;
    this.web = web;
    this.settings = settings;
    this.clock = clock;
    this.journal = journal;
    settings.base().ifPresent(base -> store.subscriptions().servedAt(base.toString(), now()));
  }

  /** Claims the arrangements about which something is to be done, no more than can be at once. */
  public List<Subscription> due() {
    int free = slots.free();
    if (free == 0 || settings.base().isEmpty() || web.closed()) {
      return List.of();
    }
    List<Subscription> claimed = store.subscriptions().claim(free, LEASE, now());
    slots.take(claimed.size());
    return claimed;
  }

  /** Does what is to be done about {@code claimed}, and keeps what came of it. */
  public void ask(Subscription claimed) {
    try {
      if (claimed.state() == State.GONE) {
        leave(claimed);
      } else {
        subscribe(claimed);
      }
    } finally {
      slots.giveBack();
    }
  }

  private void subscribe(Subscription claimed) {
    PostOutcome outcome = tell(claimed, HubForm.subscribe(claimed));
    if (web.closed()) {
      return;
    }
    Standing standing = LeasePlan.asked(claimed, outcome, now());
    if (store.subscriptions().keep(claimed, standing, now())) {
      words(outcome).ifPresent(words -> journal(claimed, words));
    }
  }

  private static Optional<String> words(PostOutcome outcome) {
    return switch (outcome) {
      case PostOutcome.Taken taken -> Optional.empty();
      case PostOutcome.Refused refused -> Optional.of("does not want us: " + refused.reason());
      case PostOutcome.Failed failed -> Optional.of("cannot be asked: " + failed.reason());
    };
  }

  private void leave(Subscription claimed) {
    boolean sends = claimed.lease().filter(now()::isBefore).isPresent();
    if (sends) {
      tell(claimed, HubForm.unsubscribe(claimed));
    }
    if (web.closed()) {
      return;
    }
    Optional<Standing> later = LeasePlan.left(claimed, now());
    later.ifPresentOrElse(
        standing -> store.subscriptions().keep(claimed, standing, now()),
        () -> store.subscriptions().forget(claimed));
  }

  private PostOutcome tell(Subscription claimed, Map<String, String> fields) {
    Trust trust =
        store
            .sources()
            .find(claimed.source())
            .map(SourceStatus::source)
            .map(Source::trust)
            .orElse(Trust.NONE);
    return web.tell(claimed.offer().hub(), fields, trust);
  }

  private void journal(Subscription claimed, String words) {
    store
        .sources()
        .find(claimed.source())
        .ifPresent(
            found ->
                journal.tell(new Journal.Hub(found.source(), claimed.offer().hub(), words, true)));
  }

  private Instant now() {
    return clock.instant();
  }
}
