package org.headrace.pipeline;

import java.net.URI;
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
import org.headrace.model.Source;
import org.headrace.model.StableHash;
import org.headrace.model.Validators;
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
  private static final int NOT_FOUND = 404;

  private final Store store;
  private final Web web;
  private final SourceReader reader;
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
    this.reader = new SourceReader(web);
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
    PollState state = turn.state();
    Source source = turn.source();
    FetchOutcome outcome = ask(source, state);
    boolean lost =
        outcome instanceof FetchOutcome.Gone
            || outcome instanceof FetchOutcome.Failed failed && failed.status() == NOT_FOUND;
    if (state.feed().isPresent() && lost) {
      return foundAnew(turn);
    }
    return answer(turn, outcome);
  }

  private FetchOutcome ask(Source source, PollState state) {
    URI address = state.feed().orElse(source.address());
    Validators validators = Doubt.validators(source, state, clock.instant());
    return source.page().isPresent()
        ? web.listing(address, validators, source.trust())
        : web.feed(address, validators, source.trust());
  }

  /** The feed of a site has gone: the site is asked where it is now. */
  private Answer foundAnew(HostTurn turn) {
    Source source = turn.source();
    return answer(turn, web.feed(source.address(), Validators.NONE, source.trust()));
  }

  private Answer answer(HostTurn turn, FetchOutcome outcome) {
    Validators validators = turn.state().validators();
    return switch (outcome) {
      case Found found -> read(turn, found);
      case FetchOutcome.NotModified same ->
          Answer.without(new PollOutcome.Unchanged(same.keepFor()), same.validators());
      case FetchOutcome.Postponed later ->
          Answer.without(new PollOutcome.Postponed(later.retryAfter(), later.reason()), validators);
      case FetchOutcome.Gone gone ->
          Answer.without(new PollOutcome.Gone(gone.reason()), Validators.NONE);
      case FetchOutcome.Blocked blocked ->
          Answer.without(new PollOutcome.Blocked(blocked.reason()), validators);
      case FetchOutcome.Failed failed ->
          Answer.without(new PollOutcome.Failed(failed.reason()), validators);
    };
  }

  private Answer read(HostTurn turn, Found found) {
    long bodyHash = found.partial() ? 0 : StableHash.of(found.page().body());
    if (bodyHash != 0 && bodyHash == turn.state().bodyHash()) {
      return new Answer(
          new PollOutcome.Unchanged(found.keepFor()),
          found.validators(),
          bodyHash,
          List.of(),
          false,
          Optional.empty());
    }
    try {
      SourceReader.Document read = reader.read(turn.source(), turn.state(), found);
      List<PolledEntry> entries = Desk.read(found.page().body().length, () -> entries(read.feed()));
      return new Answer(
          changed(turn, read.feed(), entries, found),
          read.validators(),
          found.partial() ? 0 : read.bodyHash(),
          entries,
          found.partial(),
          read.foundAt());
    } catch (UnreadableFeedException e) {
      PollOutcome outcome =
          Desk.read(found.page().body().length, () -> NoFeed.outcome(found.page(), e.reason()));
      return Answer.without(outcome, Validators.NONE);
    }
  }

  private static List<PolledEntry> entries(Feed feed) {
    List<PolledEntry> polled = new ArrayList<>();
    EntryKeys.of(feed)
        .forEach((key, entry) -> polled.add(new PolledEntry(key, EntryVersion.of(entry), entry)));
    return polled;
  }

  private PollOutcome changed(HostTurn turn, Feed feed, List<PolledEntry> entries, Found found) {
    Map<String, Long> known = store.articles().versions(turn.id(), entries);
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
    fresh.ifPresent(ids -> tell(turn, answer, next));
    return fresh.orElse(List.of());
  }

  private void tell(HostTurn turn, Answer answer, NextPoll next) {
    answer
        .foundAt()
        .filter(feed -> !turn.state().feed().equals(Optional.of(feed)))
        .ifPresent(feed -> journal.tell(new Journal.Discovered(turn.source(), feed)));
    journal.tell(new Journal.Polled(turn.source(), answer.outcome(), next));
  }

  /**
   * What a server's answer means for the source.
   *
   * @param foundAt where the feed of a site was found, just now
   */
  private record Answer(
      PollOutcome outcome,
      Validators validators,
      long bodyHash,
      List<PolledEntry> entries,
      boolean partial,
      Optional<URI> foundAt) {

    static Answer without(PollOutcome outcome, Validators validators) {
      return new Answer(outcome, validators, 0, List.of(), false, Optional.empty());
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
          PollWords.of(outcome),
          foundAt.or(before::feed));
    }
  }
}
