package org.headrace.pipeline;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.headrace.model.Source;
import org.headrace.model.Standing;
import org.headrace.model.Subscription;
import org.headrace.model.Subscription.State;
import org.headrace.push.HubCall;
import org.headrace.push.LeasePlan;
import org.headrace.push.Signature;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;

/** Hears what hubs say when they call (WebSub, 5.2, 5.3, 7 and 8). */
public final class HubCalls {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Store store;
  private final PushReader reader;
  private final InstantSource clock;
  private final Journal journal;

  /** What becomes of content that a hub sends. */
  public enum Receipt {
    /** Nobody is known by that id. */
    UNKNOWN,
    /** It is not wanted any more. */
    GONE,
    /** It was not signed as agreed: nothing was read. */
    IGNORED,
    /** It is in the store. */
    TAKEN
  }

  /** Reads with {@code reader} what hubs send as arranged in {@code store}. */
  public HubCalls(Store store, PushReader reader, InstantSource clock, Journal journal) {
    this.store = store;
    this.reader = reader;
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * Answers a hub that asks whether we meant it.
   *
   * @param query as sent, without the question mark
   * @return what is to be repeated, nothing for a mere notice; empty if we did not mean it
   */
  public Optional<String> verify(String id, String query) {
    return store
        .subscriptions()
        .find(id)
        .flatMap(
            subscription ->
                switch (HubCall.of(query)) {
                  case HubCall.Intent intent -> intent(subscription, intent);
                  case HubCall.Denied denied -> denied(subscription, denied);
                  case HubCall.Nonsense nonsense -> Optional.empty();
                });
  }

  private Optional<String> intent(Subscription subscription, HubCall.Intent intent) {
    boolean wanted = subscription.state() != State.GONE;
    if (!isTopic(subscription, intent.topic()) || wanted != intent.subscribe()) {
      return Optional.empty();
    }
    boolean kept = wanted ? agreed(subscription, intent) : forgotten(subscription);
    return kept ? Optional.of(intent.challenge()) : Optional.empty();
  }

  private boolean agreed(Subscription subscription, HubCall.Intent intent) {
    Instant now = clock.instant();
    Standing standing = LeasePlan.verified(intent.lease(), now);
    boolean kept = store.subscriptions().settle(subscription, standing, now);
    if (kept && subscription.state() != State.VERIFIED) {
      String until = standing.lease().map(DAY::format).orElse("");
      tell(subscription, "sends what is new until " + until, false);
    }
    return kept;
  }

  private boolean forgotten(Subscription subscription) {
    store.subscriptions().forget(subscription);
    return true;
  }

  private Optional<String> denied(Subscription subscription, HubCall.Denied denied) {
    if (!isTopic(subscription, denied.topic())) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (store.subscriptions().settle(subscription, LeasePlan.refused(subscription, now), now)) {
      tell(subscription, "does not want us: \"" + oneLine(denied.reason()) + "\"", true);
    }
    return Optional.of("");
  }

  private static boolean isTopic(Subscription subscription, String topic) {
    return subscription.offer().topic().toString().equals(topic);
  }

  /** What content for that id would come to, before it is read; empty if it is to be read. */
  public Optional<Receipt> objection(String id) {
    Optional<Subscription> found = store.subscriptions().find(id);
    if (found.isEmpty()) {
      return Optional.of(Receipt.UNKNOWN);
    }
    return found.get().state() == State.GONE ? Optional.of(Receipt.GONE) : Optional.empty();
  }

  /**
   * Takes content. When this returns {@link Receipt#TAKEN} it is in the store, or its source is due
   * there.
   *
   * @param signature {@code X-Hub-Signature}, as sent; empty if it was not
   * @param contentType as sent
   */
  public Receipt hear(String id, String signature, String contentType, byte[] body) {
    Optional<Subscription> found = store.subscriptions().find(id);
    if (found.isEmpty()) {
      return Receipt.UNKNOWN;
    }
    Subscription subscription = found.get();
    Optional<SourceStatus> source = store.sources().find(subscription.source());
    if (subscription.state() == State.GONE || source.isEmpty() || source.get().paused()) {
      return Receipt.GONE;
    }
    if (!Signature.holds(signature, subscription.secret(), body)) {
      String what = signature.isEmpty() ? "without a signature" : "with a wrong signature";
      tell(subscription, "sent something " + what + ": it was not read", true);
      return Receipt.IGNORED;
    }
    tell(subscription, reader.read(source.get(), contentType, body), false);
    return Receipt.TAKEN;
  }

  private void tell(Subscription subscription, String words, boolean trouble) {
    Optional<Source> source = store.sources().find(subscription.source()).map(SourceStatus::source);
    source.ifPresent(
        one -> journal.tell(new Journal.Hub(one, subscription.offer().hub(), words, trouble)));
  }

  /** Nothing that a stranger writes begins a line of the log. */
  private static String oneLine(String text) {
    return text.codePoints()
        .limit(200)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
