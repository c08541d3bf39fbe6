package org.headrace.pipeline;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.ArticleId;
import org.headrace.model.Entry;
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
import org.headrace.schedule.PollMemory;
import org.headrace.schedule.PollPlan;
import org.headrace.schedule.PollSettings;
import org.headrace.schedule.Rhythms;
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
   * @param atOnce most polls under way at once; some more are claimed ahead, to follow at once
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
    this.slots = new PollSlots(atOnce + atOnce / 4);
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
    Optional<NextPoll> later =
        PollPlan.instead(turn.source(), turn.state(), clock.instant(), settings);
    return later.isPresent() ? putOff(turn, later.get()) : ask(turn);
  }

  /** Leaves a source alone that was due at a time at which the operator wants quiet. */
  private List<ArticleId> putOff(HostTurn turn, NextPoll later) {
    try {
      Polled nothing = new Polled(List.of(), turn.state(), later, Duration.ZERO);
      store.turns().complete(turn, nothing, clock.instant());
      return List.of();
    } finally {
      slots.giveBack();
    }
  }

  private List<ArticleId> ask(HostTurn turn) {
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

  /** At least the gap; longer if the host wants that, for all of its sources. */
  private Duration rest(HostTurn turn) {
    Duration asked = web.rest(turn.state().address(turn.source()));
    return asked.compareTo(gap) > 0 ? asked : gap;
  }

  private Answer answer(HostTurn turn) {
    try {
      return asked(turn);
    } catch (RuntimeException e) {
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
    URI address = state.address(source);
    return source.page().isPresent()
        ? web.listing(address, state.validators(), OwnNetwork.isOpen(source, address))
        : web.feed(address, state.validators(), OwnNetwork.isOpen(source, address));
  }

  /** The feed of a site has gone: the site is asked where it is now. */
  private Answer foundAnew(HostTurn turn) {
    Source source = turn.source();
    return answer(turn, web.feed(source.address(), Validators.NONE, source.privateNetwork()));
  }

  private Answer answer(HostTurn turn, FetchOutcome outcome) {
    Validators validators = turn.state().validators();
    return switch (outcome) {
      case Found found -> read(turn, found);
      case FetchOutcome.NotModified same ->
          new Answer(
              new PollOutcome.Unchanged(same.keepFor()),
              List.of(),
              new PollMemory(
                  same.validators(), 0, same.permanent(), Optional.empty(), "unchanged"));
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
    long bodyHash = StableHash.of(found.page().body());
    if (bodyHash == turn.state().bodyHash()) {
      return Answer.of(
          new PollOutcome.Unchanged(found.keepFor()),
          List.of(),
          found.validators(),
          bodyHash,
          found.permanent());
    }
    try {
      SourceReader.Document read = reader.read(turn.source(), turn.state(), found);
      List<PolledEntry> entries = entries(turn.source(), read.feed());
      return Answer.of(
              changed(turn, read.feed(), entries, found),
              entries,
              read.validators(),
              read.bodyHash(),
              found.permanent())
          .foundAt(read.foundAt());
    } catch (UnreadableFeedException e) {
      return Answer.without(new PollOutcome.Failed(e.reason()), Validators.NONE);
    }
  }

  /** An entry that stands twice in one document counts as the first of the two. */
  private static List<PolledEntry> entries(Source source, Feed feed) {
    Map<String, PolledEntry> byKey = new LinkedHashMap<>();
    for (Entry entry : feed.entries()) {
      byKey.computeIfAbsent(EntryKey.of(entry), key -> polled(key, source, entry));
    }
    return new ArrayList<>(byKey.values());
  }

  private static PolledEntry polled(String key, Source source, Entry entry) {
    FeedText own = FeedText.of(entry);
    return new PolledEntry(
        key, EntryVersion.of(entry, own), entry, NeededPage.host(source, entry, own));
  }

  private PollOutcome changed(HostTurn turn, Feed feed, List<PolledEntry> entries, Found found) {
    Map<String, Long> known = store.articles().versions(turn.id(), entries);
    return new PollOutcome.Changed(
        entries.size() - known.size(),
        known.size(),
        feed.head().hints(),
        found.keepFor(),
        Rhythms.of(feed.entries(), clock.instant()));
  }

  private List<ArticleId> kept(HostTurn turn, Answer answer) {
    Instant now = clock.instant();
    NextPoll next = PollPlan.next(turn.source(), turn.state(), answer.outcome, now, settings);
    PollState state =
        answer.memory.after(turn.source(), turn.state(), answer.outcome, next, now, settings);
    Optional<List<ArticleId>> fresh =
        store.turns().complete(turn, new Polled(answer.entries, state, next, rest(turn)), now);
    fresh.ifPresent(ids -> tell(turn, answer, next, state));
    return fresh.orElse(List.of());
  }

  private void tell(HostTurn turn, Answer answer, NextPoll next, PollState state) {
    answer
        .memory
        .foundAt()
        .filter(feed -> !turn.state().feed().equals(Optional.of(feed)))
        .ifPresent(feed -> journal.tell(new Journal.Discovered(turn.source(), feed)));
    journal.tell(new Journal.Polled(turn.source(), answer.outcome, next));
    state
        .move()
        .filter(move -> move.adopted() && !turn.state().address(turn.source()).equals(move.to()))
        .ifPresent(move -> journal.tell(new Journal.Moved(turn.source(), move.to())));
  }

  /** What a server's answer means for the source. */
  private record Answer(PollOutcome outcome, List<PolledEntry> entries, PollMemory memory) {

    static Answer without(PollOutcome outcome, Validators validators) {
      return of(outcome, List.of(), validators, 0, Optional.empty());
    }

    static Answer of(
        PollOutcome outcome,
        List<PolledEntry> entries,
        Validators validators,
        long bodyHash,
        Optional<URI> moved) {
      return new Answer(
          outcome,
          entries,
          new PollMemory(validators, bodyHash, moved, Optional.empty(), PollWords.of(outcome)));
    }

    Answer foundAt(Optional<URI> feed) {
      return new Answer(
          outcome,
          entries,
          new PollMemory(
              memory.validators(), memory.bodyHash(), memory.moved(), feed, memory.words()));
    }
  }
}
