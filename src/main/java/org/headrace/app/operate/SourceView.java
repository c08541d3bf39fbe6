package org.headrace.app.operate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headrace.fetch.Answered;
import org.headrace.model.NextPoll;
import org.headrace.model.SourceId;
import org.headrace.pipeline.PollWords;
import org.headrace.publish.Frame;
import org.headrace.publish.operate.SourcePage;
import org.headrace.publish.operate.SourcePage.Fact;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;

/** One source: how it is asked, what it answered, what it brought. */
final class SourceView {
  private static final int LATEST = 30;

  private final Store store;
  private final Recent recent;
  private final StatusRows rows;
  private final Frame frame;
  private final boolean ordered;

  /**
   * Over what is kept and what happened of late.
   *
   * @param ordered true if whoever knows the token may have it asked now
   */
  SourceView(Store store, Recent recent, StatusRows rows, Frame frame, boolean ordered) {
    this.store = store;
    this.recent = recent;
    this.rows = rows;
    this.frame = frame;
    this.ordered = ordered;
  }

  /** Empty if there is no such source. */
  Optional<SourcePage> page(SourceId id) {
    return store.sources().all().stream()
        .filter(status -> status.source().id().equals(id))
        .findFirst()
        .map(this::page);
  }

  private SourcePage page(SourceStatus status) {
    SourceId id = status.source().id();
    List<SourcePage.Poll> polls =
        recent.polls(id).stream()
            .map(
                poll ->
                    new SourcePage.Poll(
                        rows.clock(poll.at()), PollWords.of(poll.outcome()), next(poll.next())))
            .toList();
    List<SourcePage.Brought> entries =
        store.accounts().newest(id, LATEST).stream()
            .map(
                account ->
                    new SourcePage.Brought(
                        AccountSteps.title(account),
                        frame.base() + "status/entry/" + account.id().value(),
                        rows.clock(account.seen()),
                        StoriesView.words(account.state())))
            .toList();
    return new SourcePage(
        frame,
        status.source().name(),
        status.source().address().toString(),
        StatusRows.state(status),
        StatusRows.kind(status),
        SourceFacts.of(status, rows),
        polls,
        answer(status),
        entries,
        ordered && !status.paused());
  }

  private List<Fact> answer(SourceStatus status) {
    return recent
        .answer(status.state().address(status.source()))
        .map(heard -> facts(heard.at(), heard.answer()))
        .orElse(List.of());
  }

  private List<Fact> facts(Instant at, Answered answer) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("HTTP " + answer.status(), answer.from().toString(), rows.clock(at)));
    answer.headers().forEach(line -> facts.add(new Fact(line.name(), line.value(), "")));
    return facts;
  }

  private String next(NextPoll next) {
    return next.isNever()
        ? "not asked again"
        : "next " + rows.clock(next.at()) + ", " + next.reason();
  }
}
