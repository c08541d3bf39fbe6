package org.headrace.pipeline;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Feed;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FetchOutcome.Found;
import org.headrace.model.HostTurn;
import org.headrace.model.PollOutcome;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.StableHash;
import org.headrace.model.Validators;
import org.headrace.schedule.PollMemory;
import org.headrace.schedule.Rhythms;
import org.headrace.store.PolledEntry;
import org.headrace.store.Store;
import org.headrace.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one source and says what its answer means. */
final class SourceVisit {
  private static final Logger LOG = LoggerFactory.getLogger(SourceVisit.class);
  private static final int NOT_FOUND = 404;

  private final Store store;
  private final Web web;
  private final SourceReader reader;
  private final InstantSource clock;

  SourceVisit(Store store, Web web, InstantSource clock) {
    this.store = store;
    this.web = web;
    this.reader = new SourceReader(web);
    this.clock = clock;
  }

  /** Uses {@code turn}. A fault of the program is an answer too; trouble of the store is none. */
  PollAnswer answer(HostTurn turn) {
    try {
      return asked(turn);
    } catch (StoreException e) {
      throw e; // says nothing of the source
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("a fault of the program while polling {}", turn.source().address(), e);
      return PollAnswer.without(
          new PollOutcome.Failed("a fault of the program: " + e), turn.state().validators());
    }
  }

  private PollAnswer asked(HostTurn turn) {
    PollState state = turn.state();
    FetchOutcome outcome = ask(turn.source(), state);
    boolean lost =
        outcome instanceof FetchOutcome.Gone
            || outcome instanceof FetchOutcome.Failed failed && failed.status() == NOT_FOUND;
    return state.feed().isPresent() && lost ? foundAnew(turn) : answer(turn, outcome);
  }

  private FetchOutcome ask(Source source, PollState state) {
    URI address = state.address(source);
    Validators validators = Doubt.validators(source, state, clock.instant());
    return source.page().isPresent()
        ? web.listing(address, validators, source.trust())
        : web.feed(address, validators, source.trust());
  }

  /** The feed of a site has gone: the site is asked where it is now. */
  private PollAnswer foundAnew(HostTurn turn) {
    Source source = turn.source();
    return answer(turn, web.feed(source.address(), Validators.NONE, source.trust()));
  }

  private PollAnswer answer(HostTurn turn, FetchOutcome outcome) {
    Validators validators = turn.state().validators();
    return switch (outcome) {
      case Found found -> read(turn, found);
      case FetchOutcome.NotModified same ->
          PollAnswer.without(
              new PollOutcome.Unchanged(same.keepFor()), same.validators(), same.permanent());
      case FetchOutcome.Postponed later ->
          PollAnswer.without(
              new PollOutcome.Postponed(later.retryAfter(), later.reason()), validators);
      case FetchOutcome.Gone gone ->
          PollAnswer.without(new PollOutcome.Gone(gone.reason()), Validators.NONE);
      case FetchOutcome.Blocked blocked ->
          PollAnswer.without(new PollOutcome.Blocked(blocked.reason()), validators);
      case FetchOutcome.Failed failed ->
          PollAnswer.without(new PollOutcome.Failed(failed.reason()), validators);
    };
  }

  private PollAnswer read(HostTurn turn, Found found) {
    long bodyHash = found.partial() ? 0 : StableHash.of(found.page().body());
    if (bodyHash != 0 && bodyHash == turn.state().bodyHash()) {
      return PollAnswer.without(
          new PollOutcome.Unchanged(found.keepFor()), found.validators(), found.permanent());
    }
    return switch (reader.read(turn.source(), turn.state(), found)) {
      case SourceReader.Document read -> read(turn, found, read, bodyHash);
      case SourceReader.Nothing nothing -> PollAnswer.without(nothing.outcome(), Validators.NONE);
    };
  }

  private PollAnswer read(HostTurn turn, Found found, SourceReader.Document read, long bodyHash) {
    List<PolledEntry> entries =
        Desk.read(found.page().body().length, () -> FeedEntries.of(turn.source(), read.feed()));
    PollOutcome outcome = changed(turn, read.feed(), entries, found);
    boolean asked = read.foundAt().isEmpty();
    long hash = asked ? bodyHash : StableHash.of(read.answer().page().body());
    PollMemory memory =
        new PollMemory(
            read.whole() ? read.answer().validators() : Validators.NONE,
            read.whole() ? hash : 0,
            asked ? found.permanent() : Optional.empty(),
            read.foundAt(),
            PollWords.of(outcome));
    return new PollAnswer(outcome, entries, found.partial(), memory, read.hub());
  }

  private PollOutcome changed(HostTurn turn, Feed feed, List<PolledEntry> entries, Found found) {
    Map<String, Long> known = store.articles().versions(turn.id(), entries);
    int listed = found.partial() ? Math.max(known.size(), 1) : known.size(); // none was missed
    return new PollOutcome.Changed(
        entries.size() - known.size(),
        listed,
        feed.head().hints(),
        found.keepFor(),
        Rhythms.of(feed.entries(), clock.instant()));
  }
}
