package org.headrace.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.headrace.model.ArticleId;
import org.headrace.model.HostTurn;
import org.headrace.model.NextPoll;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.schedule.PollPlan;
import org.headrace.schedule.PollSettings;
import org.headrace.store.Polled;
import org.headrace.store.Store;

/** Asks sources for their feeds, when their hosts' turns come. */
public final class SourcePoll {
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final Store store;
  private final Web web;
  private final SourceVisit visit;
  private final PollSettings settings;
  private final PollRoom room;
  private final InstantSource clock;
  private final Journal journal;
  private final PollSlots slots;
  private final HubOffers hubs;
  private volatile Instant lastLook = Instant.EPOCH;

  /** A poll over {@code store} that asks no hub. */
  public SourcePoll(
      Store store,
      Web web,
      PollSettings settings,
      PollRoom room,
      InstantSource clock,
      Journal journal) {
    this(store, web, settings, room, clock, journal, PushSettings.OFF);
  }

  /**
   * A poll that looks for hubs, too.
   *
   * @param push whether hubs may send what is new
   */
  public SourcePoll(
      Store store,
      Web web,
      PollSettings settings,
      PollRoom room,
      InstantSource clock,
      Journal journal,
      PushSettings push) {
    this.hubs = new HubOffers(store, push, clock);
    this.store = store;
    this.web = web;
    this.visit = new SourceVisit(store, web, clock);
    this.settings = settings;
    this.room = room;
    this.clock = clock;
    this.journal = journal;
    this.slots = new PollSlots(2 * room.atOnce());
    this.lastLook = clock.instant();
  }

  /**
   * Claims the hosts that may be asked now, no more than can be asked at once. Where several
   * processes poll, it takes its part of those that wait: else the one whose looks happen to come
   * shortly after most hosts are due would do all the work.
   */
  public List<HostTurn> due() {
    Instant now = clock.instant();
    lastLook = now;
    int most = Math.min(slots.free(), share(now));
    if (most == 0) {
      return List.of();
    }
    List<HostTurn> turns = store.turns().claim(most, LEASE, now);
    slots.take(turns.size());
    return turns;
  }

  private int share(Instant now) {
    int processes = room.processes().getAsInt();
    return processes > 1 ? Math.ceilDiv(store.turns().dueNow(now), processes) : Integer.MAX_VALUE;
  }

  /**
   * Uses {@code turn}; gives the entries that are to be read, already in the store. A turn that
   * waited in line until it ended is left to whoever claims it next; so is one during which the
   * store fails.
   */
  public List<ArticleId> poll(HostTurn turn) {
    try {
      return isHeld(turn) ? used(turn) : List.of();
    } finally {
      slots.giveBack();
    }
  }

  /** A turn that waited in line for long is held anew before its host is asked. */
  private boolean isHeld(HostTurn turn) {
    Instant now = clock.instant();
    return now.isBefore(turn.leaseUntil())
        && (now.plus(LEASE.dividedBy(2)).isBefore(turn.leaseUntil())
            || store.turns().renew(turn, now.plus(LEASE)));
  }

  private List<ArticleId> used(HostTurn turn) {
    Optional<NextPoll> later =
        PollPlan.instead(turn.source(), turn.state(), clock.instant(), settings);
    return later.isPresent() ? putOff(turn, later.get()) : ask(turn);
  }

  /** Leaves a source alone that was due at a time at which the operator wants quiet. */
  private List<ArticleId> putOff(HostTurn turn, NextPoll later) {
    Polled nothing = new Polled(List.of(), turn.state(), later, Duration.ZERO);
    store.turns().complete(turn, nothing, clock.instant());
    return List.of();
  }

  private List<ArticleId> ask(HostTurn turn) {
    try (LeaseKeeper keeper =
        LeaseKeeper.hold(LEASE, () -> store.turns().renew(turn, clock.instant().plus(LEASE)))) {
      PollAnswer answer = visit.answer(turn);
      return web.closed() ? List.of() : kept(turn, answer);
    }
  }

  /** When somebody last looked for due hosts. */
  public Instant lastLook() {
    return lastLook;
  }

  /** At least the gap; longer if the host wants that, for all of its sources. */
  private Duration rest(HostTurn turn) {
    Duration asked = web.rest(turn.state().address(turn.source()));
    return asked.compareTo(room.gap()) > 0 ? asked : room.gap();
  }

  private List<ArticleId> kept(HostTurn turn, PollAnswer answer) {
    Instant now = clock.instant();
    NextPoll next = PollPlan.next(turn.source(), turn.state(), answer.outcome(), now, settings);
    PollState state =
        answer.memory().after(turn.source(), turn.state(), answer.outcome(), next, now, settings);
    Polled polled = new Polled(answer.entries(), state, next, rest(turn), answer.partial());
    Optional<List<ArticleId>> fresh = store.turns().complete(turn, polled, now);
    fresh.ifPresent(ids -> tell(turn, answer, next, state));
    if (fresh.isPresent() && answer.isWhole()) {
      hubs.met(turn.source(), answer.hub());
    }
    return fresh.orElse(List.of());
  }

  private void tell(HostTurn turn, PollAnswer answer, NextPoll next, PollState state) {
    Source source = turn.source();
    answer
        .memory()
        .foundAt()
        .filter(feed -> !turn.state().feed().equals(Optional.of(feed)))
        .ifPresent(feed -> journal.tell(new Journal.Discovered(source, feed)));
    journal.tell(new Journal.Polled(source, answer.outcome(), next));
    state
        .move()
        .filter(move -> move.adopted() && !turn.state().address(source).equals(move.to()))
        .ifPresent(move -> journal.tell(new Journal.Moved(source, move.to())));
  }
}
