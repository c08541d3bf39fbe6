package org.headrace.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.headrace.config.Settings;
import org.headrace.model.SourceId;
import org.headrace.pipeline.PollWords;
import org.headrace.publish.Frame;
import org.headrace.publish.Pages;
import org.headrace.publish.operate.AccountPage;
import org.headrace.publish.operate.SourcePage;
import org.headrace.publish.operate.StatusPage;
import org.headrace.store.Account;
import org.headrace.store.Counts;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;
import org.headrace.web.Answer;
import org.headrace.web.Health;
import org.headrace.web.OperatorGate;
import org.headrace.web.Request;
import org.headrace.web.Route;

/** The operator's own pages: they show, and change nothing. */
final class OperatorPages {
  private static final int DAYS = 14;
  private static final int LATEST = 30;
  private static final String SOURCE = "/status/source/";
  private static final String ENTRY = "/status/entry/";

  private final Store store;
  private final Settings settings;
  private final Recent recent;
  private final Supplier<Health> health;
  private final InstantSource clock;
  private final ZoneId zone = ZoneId.systemDefault();
  private final String base;
  private final Frame frame;

  OperatorPages(
      Store store, Settings settings, Recent recent, Supplier<Health> health, InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.recent = recent;
    this.health = health;
    this.clock = clock;
    this.base = settings.web().publicAddress().getRawPath();
    this.frame =
        new Frame(
            settings.publish().title(),
            base,
            base,
            List.of(),
            List.of(),
            false,
            "Headrace " + Settings.VERSION);
  }

  /** To be added to the server's places; only the operator gets in. */
  List<Route> routes() {
    OperatorGate gate = new OperatorGate(settings.web(), settings.operation().token());
    MetricsText metrics = new MetricsText(store, recent, health, clock);
    return List.of(
        Route.get("/status.css", request -> style()),
        gate.guarded(Route.get("/status", request -> page("status.jte", status()))),
        gate.guarded(Route.get(SOURCE + "*", this::source)),
        gate.guarded(Route.get(ENTRY + "*", this::entry)),
        gate.guarded(
            Route.get(
                "/metrics", request -> Answer.of(200, MetricsText.MEDIA_TYPE, metrics.now()))));
  }

  private StatusPage status() {
    Instant now = clock.instant();
    StatusRows rows = new StatusRows(base, store.accounts().daily(DAYS, now), zone);
    List<SourceStatus> listed = StatusRows.listed(store.sources().all());
    Health state = health.get();
    return new StatusPage(
        frame,
        state.ready(),
        state.reasons(),
        tiles(listed, rows),
        listed.stream().map(rows::trouble).flatMap(Optional::stream).toList(),
        listed.stream().map(rows::row).toList());
  }

  private List<StatusPage.Tile> tiles(List<SourceStatus> listed, StatusRows rows) {
    Counts counts = store.stories().counts();
    long well = listed.stream().filter(one -> StatusRows.kind(one).equals("well")).count();
    String next =
        listed.stream()
            .map(SourceStatus::nextPoll)
            .flatMap(Optional::stream)
            .min(Instant::compareTo)
            .map(at -> rows.shortClock(at, clock.instant()))
            .orElse("never");
    int grouped = counts.stories() + counts.joined();
    return List.of(
        new StatusPage.Tile(well + " of " + listed.size(), "Sources that are well", ""),
        new StatusPage.Tile(
            Integer.toString(counts.stories()),
            "Stories kept",
            counts.joined() + " articles joined another's"),
        new StatusPage.Tile(
            (grouped == 0 ? 0 : 100 * counts.withFullText() / grouped) + " %",
            "Articles with full text",
            counts.withFullText() + " of " + grouped),
        new StatusPage.Tile(next, "Next poll", ""));
  }

  private Answer source(Request request) {
    Optional<SourceStatus> found =
        number(request.path(), SOURCE)
            .flatMap(
                id ->
                    store.sources().all().stream()
                        .filter(status -> status.source().id().equals(new SourceId(id)))
                        .findFirst());
    return found.map(status -> page("source.jte", source(status))).orElseGet(this::nothing);
  }

  private SourcePage source(SourceStatus status) {
    StatusRows rows = new StatusRows(base, Map.of(), zone);
    SourceId id = status.source().id();
    List<SourcePage.Poll> polls =
        recent.polls(id).stream()
            .map(
                poll ->
                    new SourcePage.Poll(
                        rows.clock(poll.at()),
                        PollWords.of(poll.outcome()),
                        "next " + rows.clock(poll.next().at()) + ", " + poll.next().reason()))
            .toList();
    List<SourcePage.Brought> entries =
        store.accounts().newest(id, LATEST).stream()
            .map(
                account ->
                    new SourcePage.Brought(
                        AccountSteps.title(account),
                        base + "status/entry/" + account.id().value(),
                        rows.clock(account.seen()),
                        words(account.state())))
            .toList();
    return new SourcePage(
        frame,
        status.source().name(),
        status.source().address().toString(),
        StatusRows.state(status),
        StatusRows.kind(status),
        SourceFacts.of(status, rows),
        polls,
        entries,
        !settings.operation().token().isEmpty() && !status.paused());
  }

  private static String words(Account.State state) {
    return switch (state) {
      case NEW -> "waits for its text";
      case READ -> "waits for its story";
      case GROUPED -> "published";
      case LEFT -> "left out";
    };
  }

  private Answer entry(Request request) {
    return number(request.path(), ENTRY)
        .flatMap(id -> store.accounts().find(new org.headrace.model.ArticleId(id)))
        .map(account -> page("account.jte", account(account)))
        .orElseGet(this::nothing);
  }

  private AccountPage account(Account asked) {
    StatusRows rows = new StatusRows(base, Map.of(), zone);
    List<Account> all =
        asked.story().map(story -> store.accounts().of(story)).orElse(List.of(asked));
    List<AccountPage.Told> told = new ArrayList<>();
    for (Account account : all.isEmpty() ? List.of(asked) : all) {
      List<AccountPage.Step> steps =
          AccountSteps.of(account).stream()
              .map(
                  step ->
                      new AccountPage.Step(
                          step.what(), step.at().map(rows::clock).orElse(""), step.words()))
              .toList();
      String link =
          account
              .article()
              .flatMap(article -> article.link())
              .map(Object::toString)
              .filter(address -> address.startsWith("http"))
              .orElse("");
      told.add(
          new AccountPage.Told(account.source().name(), AccountSteps.title(account), link, steps));
    }
    String remark =
        asked.story().isEmpty()
            ? "It is in no story."
            : asked.newer() < settings.publish().items()
                ? "Number %d of the feed.".formatted(asked.newer() + 1)
                : "No longer in the feed: %d stories are newer.".formatted(asked.newer());
    return new AccountPage(frame, AccountSteps.title(asked), remark, told);
  }

  private Answer nothing() {
    return Answer.of(
        404, Pages.MEDIA_TYPE, Pages.message(base, "Nothing here", "There is no such page."));
  }

  private static Answer page(String template, Object page) {
    return Answer.of(200, Pages.MEDIA_TYPE, Pages.print(template, page));
  }

  private static Optional<Long> number(String path, String below) {
    try {
      return Optional.of(Long.parseLong(path.substring(below.length())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Answer style() {
    try (InputStream in = StatusPage.class.getResourceAsStream("status.css")) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: no status.css");
      }
      return Answer.of(200, "text/css; charset=utf-8", in.readAllBytes())
          .with("Cache-Control", "max-age=3600");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
