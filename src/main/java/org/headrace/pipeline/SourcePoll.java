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
import org.headrace.discover.FeedLinks;
import org.headrace.model.ArticleId;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FetchOutcome.Found;
import org.headrace.model.HostTurn;
import org.headrace.model.NextPoll;
import org.headrace.model.Page;
import org.headrace.model.PollOutcome;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.StableHash;
import org.headrace.model.Validators;
import org.headrace.parse.FeedParser;
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

  /** What a source may do inside the operator's network, it may not do where it has moved to. */
  private static boolean mayBePrivate(Source source, PollState state) {
    return source.privateNetwork() && state.address(source).equals(source.address());
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
    FetchOutcome outcome =
        web.feed(
            turn.state().address(turn.source()),
            turn.state().validators(),
            mayBePrivate(turn.source(), turn.state()));
    return switch (outcome) {
      case Found found -> read(turn, found);
      case FetchOutcome.NotModified same ->
          new Answer(
              new PollOutcome.Unchanged(same.keepFor()),
              List.of(),
              new PollMemory(same.validators(), 0, same.permanent(), "unchanged"));
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
    long bodyHash = StableHash.of(found.page().body());
    if (bodyHash == turn.state().bodyHash()) {
      return answer(new PollOutcome.Unchanged(found.keepFor()), List.of(), found, bodyHash);
    }
    try {
      Feed feed = FeedParser.parse(found.page());
      List<PolledEntry> entries = entries(turn.source(), feed);
      return answer(changed(turn, feed, entries, found), entries, found, bodyHash);
    } catch (UnreadableFeedException e) {
      return Answer.without(
          new PollOutcome.Failed(e.getMessage() + feedNamedBy(found.page())), Validators.NONE);
    }
  }

  private static Answer answer(
      PollOutcome outcome, List<PolledEntry> entries, Found found, long bodyHash) {
    String words = PollWords.of(outcome);
    return new Answer(
        outcome, entries, new PollMemory(found.validators(), bodyHash, found.permanent(), words));
  }

  private static String feedNamedBy(Page page) {
    return FeedLinks.of(page).stream()
        .findFirst()
        .map(link -> "; it names its feed: " + link.address())
        .orElse("");
  }

  /** An entry that stands twice in one document counts as the first of the two. */
  private static List<PolledEntry> entries(Source source, Feed feed) {
    Map<String, PolledEntry> byKey = new LinkedHashMap<>();
    for (Entry entry : feed.entries()) {
      byKey.computeIfAbsent(entry.id(), key -> polled(source, entry));
    }
    return new ArrayList<>(byKey.values());
  }

  private static PolledEntry polled(Source source, Entry entry) {
    FeedText own = FeedText.of(entry);
    return new PolledEntry(
        entry.id(), EntryVersion.of(entry, own), entry, NeededPage.host(source, entry, own));
  }

  private PollOutcome changed(HostTurn turn, Feed feed, List<PolledEntry> entries, Found found) {
    Map<String, Long> known =
        store.articles().versions(turn.id(), entries.stream().map(PolledEntry::key).toList());
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
    fresh.ifPresent(ids -> tell(turn, answer.outcome, next, state));
    return fresh.orElse(List.of());
  }

  private void tell(HostTurn turn, PollOutcome outcome, NextPoll next, PollState state) {
    journal.tell(new Journal.Polled(turn.source(), outcome, next));
    URI asked = turn.state().address(turn.source());
    URI now = state.address(turn.source());
    if (!now.equals(asked) && !now.equals(turn.source().address())) {
      journal.tell(new Journal.Moved(turn.source(), now));
    }
  }

  /** What a server's answer means for the source. */
  private record Answer(PollOutcome outcome, List<PolledEntry> entries, PollMemory memory) {

    static Answer without(PollOutcome outcome, Validators validators) {
      return new Answer(
          outcome,
          List.of(),
          new PollMemory(validators, 0, Optional.empty(), PollWords.of(outcome)));
    }
  }
}
