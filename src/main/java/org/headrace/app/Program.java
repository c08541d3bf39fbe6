package org.headrace.app;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headrace.app.operate.OperatorPages;
import org.headrace.app.operate.Recent;
import org.headrace.app.operate.RecentLines;
import org.headrace.config.Settings;
import org.headrace.extract.site.SiteExtractor;
import org.headrace.fetch.AddressGuard;
import org.headrace.fetch.WebFetcher;
import org.headrace.model.Source;
import org.headrace.parse.FeedParser;
import org.headrace.pipeline.ArticleReader;
import org.headrace.pipeline.Housekeeping;
import org.headrace.pipeline.HubCalls;
import org.headrace.pipeline.HubKeeper;
import org.headrace.pipeline.HubPings;
import org.headrace.pipeline.Journal;
import org.headrace.pipeline.PollRoom;
import org.headrace.pipeline.Preview;
import org.headrace.pipeline.PublishSettings;
import org.headrace.pipeline.Publisher;
import org.headrace.pipeline.PushReader;
import org.headrace.pipeline.PushSettings;
import org.headrace.pipeline.SearchDesk;
import org.headrace.pipeline.SourcePoll;
import org.headrace.pipeline.StoryGrouper;
import org.headrace.pipeline.StoryLog;
import org.headrace.publish.Editions;
import org.headrace.store.Document;
import org.headrace.store.Store;
import org.headrace.store.StoreException;
import org.headrace.web.ControlAnswers;
import org.headrace.web.FeedServer;
import org.headrace.web.Health;
import org.headrace.web.PushAnswers;
import org.headrace.web.Route;
import org.headrace.web.SearchAnswers;
import org.headrace.web.WebSettings;

/** The whole program, built by hand: store, web, steps, routes and server. */
public final class Program implements AutoCloseable {
  private static final Duration STALE_TICK = Duration.ofSeconds(60);
  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(5);

  private final InstantSource clock = InstantSource.system();
  private final Closing closing;
  private final Store store;
  private final StoreProbe probe;
  private final FetchedWeb web;
  private final SourceList list;
  private final Nodes nodes;
  private final SiteExtractor sites;
  private final SourcePoll poll;
  private final PushSettings push;
  private final PushReader pushes;
  private final HubPings pings;
  private final SearchDesk search;
  private final Publisher publisher;
  private final boolean polls;
  private final Flow flow;
  private final URI address;
  private volatile boolean running;

  /**
   * What to start.
   *
   * @param sources as just read from the home's list
   * @param serve whether feeds and pages are served over HTTP
   * @param folder where the same bytes are written as files; empty if nowhere
   * @param journal is told what happens
   * @param roles what this node does; all, unless others on the same store do the rest
   */
  public record Plan(
      Home home,
      Settings settings,
      List<Source> sources,
      Pace pace,
      boolean serve,
      Optional<Path> folder,
      Journal journal,
      Set<Role> roles) {

    public Plan {
      roles = Role.complete(roles);
    }

    /** A node that does all. */
    public Plan(
        Home home,
        Settings settings,
        List<Source> sources,
        Pace pace,
        boolean serve,
        Optional<Path> folder,
        Journal journal) {
      this(home, settings, sources, pace, serve, folder, journal, Role.all());
    }

    boolean does(Role role) {
      return roles.contains(role);
    }

    /** The same, with another journal. */
    Plan toldTo(Journal other) {
      return new Plan(home, settings, sources, pace, serve, folder, other, roles);
    }
  }

  /**
   * Starts everything. What was published before is served at once.
   *
   * @throws StartException if something stands in the way; nothing is left running then
   */
  public static Program start(Plan plan) throws StartException {
    return start(plan, true);
  }

  /**
   * Makes everything as {@link #start} does, but begins no route and so asks nobody.
   *
   * @throws StartException if something stands in the way; nothing is left then
   */
  static Program trial(Plan plan) throws StartException {
    return start(plan, false);
  }

  private static Program start(Plan plan, boolean begin) throws StartException {
    Closing closing = new Closing();
    try {
      Recent recent = new Recent(plan.journal(), InstantSource.system());
      return new Program(plan.toldTo(recent), recent, closing, begin);
    } catch (StoreException | IOException e) {
      closing.close();
      throw new StartException(String.valueOf(e.getMessage()), e);
    } catch (StartException | RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  private Program(Plan plan, Recent recent, Closing closing, boolean begin)
      throws StartException, IOException {
    this.closing = closing;
    Settings settings = plan.settings();
    address = settings.web().publicAddress();
    store = closing.add(Store.open(settings.store()));
    probe = new StoreProbe(store::probe, PROBE_PATIENCE);
    polls = plan.does(Role.POLL);
    if (store.exclusive()) {
      refuseParts(plan);
      store.articles().handBack(clock.instant());
    }
    sites = SiteExtractor.of(settings.rules());
    web = closing.add(new FetchedWeb(new WebFetcher(settings.fetch(), clock, recent::heard)));
    store.turns().resting(clock.instant()).forEach(web::rest);
    Editions editions = new Editions();
    PublishSettings published = published(plan);
    pings = new HubPings(plan.serve() ? published.hubs() : List.of(), web, clock);
    publisher = publisher(plan, published, editions);
    search = new SearchDesk(store, publisher.frame(), published.selection(), clock);
    list = new SourceList(SourcePlace.of(plan.home(), settings, store), store, publisher, clock);
    if (polls) {
      store.sources().readBy(FeedParser.VERSION);
      list.begin(plan.sources());
    }
    Optional<Document> shared =
        settings.operation().sourcesInStore()
            ? store.documents().latest(SharedSettings.DOCUMENT)
            : Optional.empty();
    nodes =
        closing.add(
            new Nodes(
                store,
                list,
                NodeName.of(settings.web()),
                Settings.VERSION,
                plan.roles(),
                NodeFiles.of(plan.home(), settings, shared),
                shared.map(Document::edition).orElse(0L),
                clock));
    publisher.publish();
    push = push(plan);
    pushes = new PushReader(store, settings.poll().shortest(), clock);
    poll = poll(plan);
    if (plan.serve() && plan.does(Role.WEB)) {
      ControlKey key = closing.add(ControlKey.make(settings));
      List<Route> places = new ArrayList<>(routes(plan));
      Operator operator = new Operator(store, list, clock);
      places.addAll(
          new ControlAnswers(
                  operator,
                  List.of(key.secret(), settings.operation().token()),
                  settings.web().publicAddress().getRawPath())
              .routes());
      places.addAll(
          new OperatorPages(
                  plan.home(),
                  settings,
                  store,
                  recent,
                  closing.add(new RecentLines()),
                  new Preview(web, settings.scrape(), sites, clock),
                  this::health,
                  clock)
              .routes());
      closing.add(serve(settings.web(), editions, places));
    }
    flow =
        closing.add(
            Flow.start(plan.home(), settings, plan.pace(), plan.roles(), beans(plan, list), begin));
    running = true;
  }

  private static void refuseParts(Plan plan) throws StartException {
    if (!plan.roles().equals(Role.all())) {
      throw new StartException(
          "a node that does only a part of the work (--role) needs a store that others share:"
              + " store: jdbc:postgresql://…");
    }
  }

  /** Hubs can call only where the operator has said how this site is reached. */
  private static PushSettings push(Plan plan) {
    WebSettings web = plan.settings().web();
    return plan.serve() && web.named()
        ? new PushSettings(
            Optional.of(web.publicAddress()), !AddressGuard.mayBePublic(web.publicAddress()))
        : PushSettings.OFF;
  }

  private List<Route> routes(Plan plan) {
    List<Route> routes = new ArrayList<>();
    routes.add(new SearchAnswers(search::page).route());
    if (push.base().isPresent()) {
      HubCalls calls = new HubCalls(store, pushes, clock, plan.journal());
      routes.add(new PushAnswers(calls, plan.settings().fetch().feedBytes()).route());
    }
    return routes;
  }

  private FeedServer serve(WebSettings web, Editions editions, List<Route> places)
      throws StartException, IOException {
    try {
      return new FeedServer(web, editions, this::health, places);
    } catch (BindException e) {
      throw new StartException(
          "%s:%d cannot be listened at (%s); choose another place with the key web.listen"
              .formatted(web.address(), web.port(), e.getMessage()),
          e);
    }
  }

  /** Files alone cannot be searched. */
  private static PublishSettings published(Plan plan) {
    PublishSettings settings = plan.settings().publish();
    return plan.serve() ? settings : settings.withoutSearch();
  }

  private Publisher publisher(Plan plan, PublishSettings published, Editions editions) {
    return new Publisher(
        store,
        published,
        plan.settings().web().publicAddress(),
        editions,
        plan.folder(),
        pings,
        clock,
        plan.journal());
  }

  private SourcePoll poll(Plan plan) {
    Settings settings = plan.settings();
    return new SourcePoll(
        store,
        web,
        settings.poll(),
        new PollRoom(settings.fetch().gap(), settings.fetch().atOnce(), nodes::polling),
        clock,
        plan.journal(),
        push);
  }

  /** Pages leave some room, so that a poll never waits for them alone. */
  private ArticleReader articleReader(Plan plan) {
    Settings settings = plan.settings();
    int atOnce = settings.fetch().atOnce();
    return new ArticleReader(
        store,
        web,
        settings.scrape(),
        sites,
        settings.fetch().gap(),
        atOnce - atOnce / 4,
        clock,
        plan.journal());
  }

  private Map<String, Object> beans(Plan plan, SourceList list) {
    Settings settings = plan.settings();
    Journal journal = plan.journal();
    return Map.ofEntries(
        Map.entry("sourcePoll", poll),
        Map.entry("articleReader", articleReader(plan)),
        Map.entry("storyGrouper", new StoryGrouper(store, settings.duplicates(), clock, journal)),
        Map.entry("publisher", publisher),
        Map.entry("hubPings", pings),
        Map.entry("searchDesk", search),
        Map.entry("storyLog", new StoryLog(store, publisher.frame(), clock)),
        Map.entry(
            "housekeeping",
            new Housekeeping(store, settings.scrape().patience(), settings.retention(), clock)),
        Map.entry("hubKeeper", new HubKeeper(store, web, push, clock, journal)),
        Map.entry("pushReader", pushes),
        Map.entry("backups", new Backups(store, settings, clock, ZoneId.systemDefault())),
        Map.entry("sourceList", list),
        Map.entry("nodes", nodes),
        Map.entry("elsewhere", new Elsewhere(store, clock)),
        Map.entry("errorLog", new ErrorLog(clock)));
  }

  /** Reads the list of sources again; what came of it is told in the log. */
  public void reload() {
    list.reload();
  }

  /** True if the program does its work. */
  public boolean isWell() {
    return health().ready();
  }

  /** What is remembered. */
  public Store store() {
    return store;
  }

  /** Makes the feeds of all that is in the store now. */
  public void publish() throws IOException {
    publisher.publish();
  }

  /** Where readers find the feeds. */
  public URI address() {
    return address;
  }

  /** How many entries wait for their text or their story, now; not those put off for later. */
  public int waiting() {
    return store.articles().unfinished(clock.instant());
  }

  /** True if the feeds show all that is in the store. */
  public boolean isPublished() {
    return publisher.isCurrent();
  }

  /** True if every source that was due at {@code start} was asked, and nothing waits to be read. */
  boolean done(Instant start) {
    return store.turns().sourcesDue(start) == 0 && waiting() == 0;
  }

  private Health health() {
    if (!running) {
      return new Health(false, List.of("still starting"));
    }
    List<String> reasons = new ArrayList<>();
    List<String> stopped = flow.stopped();
    if (!stopped.isEmpty()) {
      reasons.add("routes that do not run: " + String.join(", ", stopped));
    }
    if (polls && poll.lastLook().plus(STALE_TICK).isBefore(clock.instant())) {
      reasons.add("nobody has looked for due sources since " + poll.lastLook());
    }
    probe.trouble().ifPresent(reasons::add);
    return new Health(reasons.isEmpty(), reasons);
  }

  /** What is under way is broken off; it waits in the store for the next start. */
  @Override
  public void close() {
    web.close();
    closing.close();
  }
}
