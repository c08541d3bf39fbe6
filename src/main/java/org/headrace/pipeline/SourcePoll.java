package org.headrace.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.ArticleId;
import org.headrace.model.Feed;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FetchOutcome.Found;
import org.headrace.model.HostTurn;
import org.headrace.model.NextPoll;
import org.headrace.model.PollOutcome;
import org.headrace.model.PollState;
import org.headrace.model.StableHash;
import org.headrace.model.Validators;
import org.headrace.parse.FeedParser;
import org.headrace.parse.UnreadableFeedException;
import org.headrace.schedule.PollPlan;
import org.headrace.schedule.PollSettings;
import org.headrace.store.Polled;
import org.headrace.store.PolledEntry;
import org.headrace.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks sources for their feeds, when their hosts' turns come. */
public final class SourcePoll {
  private static final Logger LOG = LoggerFactory.getLogger(SourcePoll.class);
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final Store store;
  private final Web web;
  private final PollSettings settings;
  private final Duration gap;
  private final InstantSource clock;
  private final Journal journal;
  private final PollSlots slots;
  private volatile Instant lastLook = Instant.EPOCH;

  /**
   * A poll over {@code store}.
   *
   * @param gap least time between two turns of one host
   * @param atOnce most polls under way at once
   */
  public SourcePoll(
      Store store,
      Web web,
      PollSettings settings,
      Duration gap,
      int atOnce,
      InstantSource clock,
      Journal journal) {
    this.store = store;
    this.web = web;
    this.settings = settings;
    this.gap = gap;
    this.clock = clock;
    this.journal = journal;
    this.slots = new PollSlots(atOnce);
    this.lastLook = clock.instant();
  }

  /** Claims the hosts that may be asked now, no more than can be asked at once. */
  public List<HostTurn> due() {
    lastLook = clock.instant();
    int free = slots.free();
    if (free == 0) {
      return List.of();
    }
    List<HostTurn> turns = store.turns().claim(free, LEASE, clock.instant());
    slots.take(turns.size());
    return turns;
  }

  /** Uses {@code turn}; gives the entries that are to be read, already in the store. */
  public List<ArticleId> poll(HostTurn turn) {
    try (LeaseKeeper keeper =
        LeaseKeeper.hold(LEASE, () -> store.turns().renew(turn, clock.instant().plus(LEASE)))) {
      Answer answer = answer(turn);
      return web.closed() ? List.of() : kept(turn, answer);
    } finally {
      slots.giveBack();
    }
  }

  /** When somebody last looked for due hosts. */
  public Instant lastLook() {
    return lastLook;
  }

  private Answer answer(HostTurn turn) {
    try {
      return asked(turn);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("a fault of the program while polling {}", turn.source().address(), e);
      return Answer.without(
          new PollOutcome.Failed("a fault of the program: " + e), turn.state().validators());
    }
  }

  private Answer asked(HostTurn turn) {
    FetchOutcome outcome =
        web.feed(
            turn.source().address(),
            Doubt.validators(turn.source(), turn.state(), clock.instant()),
            turn.source().trust());
    return switch (outcome) {
      case Found found -> Desk.read(found.page().body().length, () -> read(turn, found));
      case FetchOutcome.NotModified same ->
          Answer.without(new PollOutcome.Unchanged(same.keepFor()), same.validators());
      case FetchOutcome.Postponed later ->
          Answer.without(
              new PollOutcome.Postponed(later.retryAfter(), later.reason()),
              turn.state().validators());
      case FetchOutcome.Gone gone ->
          Answer.without(new PollOutcome.Gone(gone.reason()), Validators.NONE);
      case FetchOutcome.Blocked blocked ->
          Answer.without(new PollOutcome.Blocked(blocked.reason()), turn.state().validators());
      case FetchOutcome.Failed failed ->
          Answer.without(new PollOutcome.Failed(failed.reason()), turn.state().validators());
    };
  }

  private Answer read(HostTurn turn, Found found) {
    long bodyHash = found.partial() ? 0 : StableHash.of(found.page().body());
    if (bodyHash != 0 && bodyHash == turn.state().bodyHash()) {
      PollOutcome same = new PollOutcome.Unchanged(found.keepFor());
      return new Answer(same, found.validators(), bodyHash, List.of(), false);
    }
    try {
      Feed feed = FeedParser.parse(found.page());
      List<PolledEntry> entries = entries(feed);
      PollOutcome changed = changed(turn, feed, entries, found);
      return new Answer(changed, found.validators(), bodyHash, entries, found.partial());
    } catch (UnreadableFeedException e) {
      return Answer.without(
          NoFeed.outcome(found.page(), String.valueOf(e.getMessage())), Validators.NONE);
    }
  }

  private static List<PolledEntry> entries(Feed feed) {
    List<PolledEntry> polled = new ArrayList<>();
    EntryKeys.of(feed)
        .forEach((key, entry) -> polled.add(new PolledEntry(key, EntryVersion.of(entry), entry)));
    return polled;
  }

  private PollOutcome changed(HostTurn turn, Feed feed, List<PolledEntry> entries, Found found) {
    Map<String, Long> known =
        store.articles().versions(turn.id(), entries.stream().map(PolledEntry::key).toList());
    int listed = found.partial() ? Math.max(known.size(), 1) : known.size(); // none was missed
    return new PollOutcome.Changed(
        entries.size() - known.size(), listed, feed.head().hints(), found.keepFor());
  }

  private List<ArticleId> kept(HostTurn turn, Answer answer) {
    Instant now = clock.instant();
    NextPoll next = PollPlan.next(turn.source(), turn.state(), answer.outcome(), now, settings);
    PollState state = answer.state(turn.state(), next, now);
    Polled polled = new Polled(answer.entries(), state, next, gap, answer.partial());
    Optional<List<ArticleId>> fresh = store.turns().complete(turn, polled, now);
    fresh.ifPresent(ids -> journal.tell(new Journal.Polled(turn.source(), answer.outcome(), next)));
    return fresh.orElse(List.of());
  }

  /** What a server's answer means for the source. */
  private record Answer(
      PollOutcome outcome,
      Validators validators,
      long bodyHash,
      List<PolledEntry> entries,
      boolean partial) {

    static Answer without(PollOutcome outcome, Validators validators) {
      return new Answer(outcome, validators, 0, List.of(), false);
    }

    PollState state(PollState before, NextPoll next, Instant now) {
      boolean read =
          outcome instanceof PollOutcome.Changed || outcome instanceof PollOutcome.Unchanged;
      boolean news = outcome instanceof PollOutcome.Changed changed && changed.fresh() > 0;
      return new PollState(
          validators,
          bodyHash != 0 ? bodyHash : before.bodyHash(),
          Optional.of(next.interval()),
          Optional.of(now),
          news ? Optional.of(now) : before.changed(),
          read || outcome instanceof PollOutcome.Postponed ? 0 : before.failures() + 1,
          PollWords.of(outcome));
    }
  }
}
