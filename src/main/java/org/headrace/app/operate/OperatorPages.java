package org.headrace.app.operate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.headrace.app.Home;
import org.headrace.config.Settings;
import org.headrace.model.ArticleId;
import org.headrace.model.SourceId;
import org.headrace.pipeline.Preview;
import org.headrace.publish.Frame;
import org.headrace.publish.Pages;
import org.headrace.publish.operate.PreviewPage;
import org.headrace.publish.operate.StatusPage;
import org.headrace.store.Store;
import org.headrace.web.Answer;
import org.headrace.web.FormFields;
import org.headrace.web.Health;
import org.headrace.web.OperatorGate;
import org.headrace.web.Request;
import org.headrace.web.Route;

/** The places of the operator's own pages: they show, and change nothing. */
public final class OperatorPages {
  private static final String SOURCE = "/status/source/";
  private static final String ENTRY = "/status/entry/";
  private static final int KEY_BYTES = 16;
  private static final String PREVIEW_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https: http: data:;"
          + " media-src https: http:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final OperatorGate gate;
  private final MetricsText metrics;
  private final StatusView status;
  private final SourceView source;
  private final EntryView entry;
  private final StoriesView stories;
  private final PreviewView preview;
  private final LogView log;
  private final SettingsView settings;
  private final String key = key();
  private final String base;

  /** Over a running program. */
  public OperatorPages(
      Home home,
      Settings settings,
      Store store,
      Recent recent,
      RecentLines lines,
      Preview preview,
      Supplier<Health> health,
      InstantSource clock) {
    ZoneId zone = ZoneId.systemDefault();
    String token = settings.operation().token();
    base = settings.web().publicAddress().getRawPath();
    Frame frame =
        new Frame(
            settings.publish().title(),
            base,
            base,
            List.of(),
            List.of(),
            false,
            "Headrace " + Settings.VERSION);
    StatusRows rows = new StatusRows(base, Map.of(), zone);
    gate = new OperatorGate(settings.web(), token);
    metrics = new MetricsText(store, recent, health, clock);
    status = new StatusView(store, health, clock, zone, frame);
    source = new SourceView(store, recent, rows, frame, !token.isEmpty());
    entry = new EntryView(store, rows, frame, settings.publish(), clock);
    stories = new StoriesView(store, rows, frame);
    this.preview = new PreviewView(preview, rows, frame, key);
    log = new LogView(lines, rows, frame);
    this.settings = new SettingsView(home, frame);
  }

  /** To be added to the server's places; only the operator gets in. */
  public List<Route> routes() {
    return List.of(
        Route.get("/status.css", request -> resource("status.css", "text/css; charset=utf-8")),
        Route.get(
            "/status/copy.js", request -> resource("copy.js", "text/javascript; charset=utf-8")),
        shown("/status", request -> page("status.jte", status.page())),
        shown(
            SOURCE + "*",
            request ->
                number(request, SOURCE)
                    .flatMap(id -> source.page(new SourceId(id)))
                    .map(page -> page("source.jte", page))
                    .orElseGet(this::nothing)),
        shown(
            ENTRY + "*",
            request ->
                number(request, ENTRY)
                    .flatMap(id -> entry.page(new ArticleId(id)))
                    .map(page -> page("account.jte", page))
                    .orElseGet(this::nothing)),
        shown(
            "/status/stories",
            request -> page("stories.jte", stories.of(FormFields.of(request.query())))),
        shown("/status/log", request -> page("log.jte", log.of(FormFields.of(request.query())))),
        shown("/status/settings", request -> page("settings.jte", settings.page())),
        gate.guarded(new Route("/status/preview", Set.of("GET", "POST"), this::preview)),
        shown("/metrics", request -> Answer.of(200, MetricsText.MEDIA_TYPE, metrics.now())));
  }

  private Route shown(String path, Route.Responder responder) {
    return gate.guarded(Route.get(path, responder));
  }

  /** Asks somebody's server, so it is a POST that only a form of this program can make. */
  private Answer preview(Request request) {
    if (!request.method().equals("POST")) {
      return preview(preview.form(FormFields.of(request.query())));
    }
    Map<String, String> sent = FormFields.sent(request).orElse(Map.of());
    boolean ours =
        MessageDigest.isEqual(
            key.getBytes(StandardCharsets.UTF_8),
            sent.getOrDefault("key", "").getBytes(StandardCharsets.UTF_8));
    return ours ? preview(preview.of(sent)) : preview(preview.form(sent));
  }

  /** The one page with a script: it copies what can be seen. Texts of others stand in a sandbox. */
  private static Answer preview(PreviewPage page) {
    Answer answer = page("preview.jte", page);
    return answer.with("Content-Security-Policy", PREVIEW_POLICY);
  }

  private Answer nothing() {
    return Answer.of(
        404, Pages.MEDIA_TYPE, Pages.message(base, "Nothing here", "There is no such page."));
  }

  private static Answer page(String template, Object page) {
    return Answer.of(200, Pages.MEDIA_TYPE, Pages.print(template, page));
  }

  private static Optional<Long> number(Request request, String below) {
    try {
      return Optional.of(Long.parseLong(request.path().substring(below.length())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Made anew at each start; another site cannot read it, so it cannot send the form. */
  private static String key() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static Answer resource(String name, String mediaType) {
    try (InputStream in = StatusPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: no " + name);
      }
      return Answer.of(200, mediaType, in.readAllBytes()).with("Cache-Control", "max-age=3600");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
