package org.headrace.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.headrace.extract.site.RuleSettings;
import org.headrace.fetch.FetchSettings;
import org.headrace.fetch.Secrets;
import org.headrace.group.GroupSettings;
import org.headrace.group.Strictness;
import org.headrace.pipeline.ScrapeSettings;
import org.headrace.schedule.PollSettings;
import org.headrace.store.StoreSettings;
import org.headrace.web.WebSettings;
import tools.jackson.databind.JsonNode;

/** Reads {@code headrace.yaml}. Every key may be missing; then its default counts. */
public final class SettingsFile {
  private static final SchemaCheck SCHEMA = SchemaCheck.named("headrace.schema.json");

  private final Faults faults;
  private final YamlTree tree;

  private SettingsFile(Faults faults, YamlTree tree) {
    this.faults = faults;
    this.tree = tree;
  }

  /**
   * Reads the file at {@code path}; all its faults come at once.
   *
   * @throws IOException if it cannot be read at all
   */
  public static Reading<Settings> read(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    return read(
        path.toString(),
        Files.readString(path, StandardCharsets.UTF_8),
        folder == null ? Path.of("/") : folder);
  }

  /**
   * Reads {@code text}.
   *
   * @param file its name in messages
   * @param folder what a relative path in it is relative to
   */
  public static Reading<Settings> read(String file, String text, Path folder) {
    return read(file, text, folder, "");
  }

  /**
   * Reads {@code text}; a key that has no value there has that of {@code shared}.
   *
   * @param file its name in messages
   * @param folder what a relative path in either is relative to
   * @param shared settings for several nodes, without a fault of their own; empty if there are none
   */
  public static Reading<Settings> read(String file, String text, Path folder, String shared) {
    Faults faults = new Faults(file);
    YamlTree tree = YamlTree.read(text, faults);
    boolean empty = tree.root().isMissingNode() || tree.root().isNull();
    if (!empty) {
      SCHEMA.check(tree, faults);
    }
    YamlTree whole = tree.over(YamlTree.read(shared, new Faults(file)));
    Settings settings = new SettingsFile(faults, whole).settings(folder);
    List<Fault> found = faults.inOrder();
    Reading<Settings> reading = new Reading<>(Optional.of(settings), found, text);
    return reading.broken() ? new Reading<>(Optional.empty(), found, text) : reading;
  }

  private Settings settings(Path folder) {
    Settings defaults = Settings.defaults(folder);
    String listen = looked("/web/listen", "127.0.0.1:8080");
    return new Settings(
        contact(),
        new StoreSettings(store(folder)),
        new PublishedFeeds(faults, tree).read(defaults.publish(), folder),
        web(listen),
        poll(defaults.poll()),
        fetch(defaults.fetch()),
        scrape(defaults.scrape()),
        rules(defaults.rules(), folder),
        duplicates(defaults.duplicates()),
        length("/retention", defaults.retention()),
        text("/stages", defaults.stages()),
        new Operation(
            token(),
            whole("/backups", Operation.DEFAULT.backups()),
            text("/sources", "files").equals("store")));
  }

  /** Stands in the file as a reference only. */
  private String token() {
    String written = text("/web/token", "");
    if (written.isEmpty()) {
      return "";
    }
    if (!Secrets.isReference(written)) {
      faults.error(
          tree.value("/web/token"),
          "secret-in-file",
          "a secret must not stand here itself, but as ${env:NAME} or ${file:/path}",
          "");
      return "";
    }
    return looked("/web/token", "");
  }

  private String store(Path folder) {
    String written = looked("/store", Settings.STORE);
    return written.startsWith("jdbc:") ? written : folder.resolve(written).normalize().toString();
  }

  private WebSettings web(String listen) {
    int colon = listen.lastIndexOf(':');
    int port = colon < 0 ? -1 : port(listen.substring(colon + 1));
    if (port < 0) {
      faults.error(
          tree.value("/web/listen"),
          "not-a-place",
          "\"%s\" is not an address with a port".formatted(listen),
          (colon < 0 ? listen : listen.substring(0, colon)) + ":8080");
      return Settings.web("127.0.0.1", 8080);
    }
    String host = listen.substring(0, colon);
    WebSettings own = Settings.web(host.isEmpty() ? "0.0.0.0" : host, port);
    String written = looked("/web/public-address", "");
    return written.isEmpty()
        ? own
        : new WebSettings(
            own.address(), own.port(), publicAddress(written, own.publicAddress()), true);
  }

  private URI publicAddress(String written, URI otherwise) {
    try {
      URI uri = new URI(written.endsWith("/") ? written : written + "/");
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).startsWith("http")) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    faults.error(
        tree.value("/web/public-address"),
        "not-an-address",
        "\"%s\" is not an http or https address".formatted(written),
        written.contains(":") || !written.contains(".") ? "" : "https://" + written);
    return otherwise;
  }

  private static int port(String digits) {
    try {
      int port = Integer.parseInt(digits);
      return port <= 65535 ? port : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private PollSettings poll(PollSettings otherwise) {
    Duration shortest = length("/poll/shortest", otherwise.shortest());
    Duration longest = length("/poll/longest", otherwise.longest());
    if (shortest.compareTo(longest) > 0) {
      faults.error(
          tree.value("/poll/shortest"),
          "out-of-order",
          "poll.shortest (%s) is longer than poll.longest (%s)".formatted(shortest, longest),
          "");
      return otherwise;
    }
    Duration first = otherwise.first().compareTo(shortest) < 0 ? shortest : otherwise.first();
    return new PollSettings(shortest, longest, first.compareTo(longest) > 0 ? longest : first);
  }

  private FetchSettings fetch(FetchSettings otherwise) {
    return new FetchSettings(
        FetchSettings.standard(Settings.VERSION, contact()).userAgent(),
        length("/fetch/gap", otherwise.gap()),
        whole("/fetch/at-once", otherwise.atOnce()),
        length("/fetch/feed-deadline", otherwise.feedDeadline()),
        length("/fetch/page-deadline", otherwise.pageDeadline()),
        size("/fetch/feed-size", otherwise.feedBytes()),
        size("/fetch/page-size", otherwise.pageBytes()),
        otherwise.redirects(),
        !text("/fetch/robots", "respect").equals("ignore"),
        otherwise.patience());
  }

  private String contact() {
    String written = looked("/contact", "");
    boolean printable = written.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    if (!printable) {
      faults.error(
          tree.value("/contact"),
          "not-allowed",
          "contact must be plain ASCII, because it stands in a header",
          "");
    }
    return printable ? written : "";
  }

  private ScrapeSettings scrape(ScrapeSettings otherwise) {
    return new ScrapeSettings(
        whole("/scrape/attempts", otherwise.attempts()),
        length("/scrape/pause", otherwise.pause()),
        length("/scrape/patience", otherwise.patience()),
        whole("/scrape/pages", otherwise.pages()));
  }

  private RuleSettings rules(RuleSettings otherwise, Path folder) {
    return new RuleSettings(
        place("/scrape/rules", folder).or(otherwise::own),
        place("/scrape/more-rules", folder).or(otherwise::bundle));
  }

  /** A folder or file the operator names, which must be there. */
  private Optional<Path> place(String pointer, Path folder) {
    String written = text(pointer, "");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path place = folder.resolve(written).normalize();
      if (Files.exists(place) || written.equals(Settings.RULES)) {
        return Optional.of(place);
      }
    } catch (InvalidPathException e) {
      // told below
    }
    faults.error(
        tree.value(pointer), "not-there", "there is no folder \"%s\"".formatted(written), "");
    return Optional.empty();
  }

  private GroupSettings duplicates(GroupSettings otherwise) {
    String join = text("/duplicates/join", "same-story").toUpperCase(Locale.ROOT).replace('-', '_');
    Strictness strictness =
        List.of(Strictness.values()).stream()
            .filter(one -> one.name().equals(join))
            .findFirst()
            .orElse(otherwise.strictness());
    return new GroupSettings(strictness, length("/duplicates/window", otherwise.window()));
  }

  /** A text whose references to the environment or to files are looked up. */
  private String looked(String pointer, String otherwise) {
    String written = text(pointer, otherwise);
    Secrets secrets = new Secrets(System.getenv());
    secrets
        .fault(written)
        .ifPresent(words -> faults.error(tree.value(pointer), "secret-missing", words, ""));
    return secrets.valueOf(written).orElse(otherwise);
  }

  private String text(String pointer, String otherwise) {
    JsonNode node = tree.root().at(pointer);
    return node.isString() ? node.asString().strip() : otherwise;
  }

  private int whole(String pointer, int otherwise) {
    JsonNode node = tree.root().at(pointer);
    return node.isIntegralNumber() && node.canConvertToInt() ? node.asInt() : otherwise;
  }

  private Duration length(String pointer, Duration otherwise) {
    String written = text(pointer, "");
    if (written.isEmpty()) {
      return otherwise;
    }
    Optional<Duration> length = Durations.of(written);
    if (length.isEmpty()) {
      faults.error(
          tree.value(pointer),
          "not-a-duration",
          Durations.fault(written, "not a length of time (500ms, 30s, 15m, 2h, 7d)"),
          Durations.correction(written));
    }
    return length.orElse(otherwise);
  }

  private long size(String pointer, long otherwise) {
    String written = text(pointer, "");
    if (written.isEmpty()) {
      return otherwise;
    }
    OptionalLong size = Sizes.of(written);
    if (size.isEmpty()) {
      faults.error(
          tree.value(pointer),
          "not-a-size",
          "\"%s\" is not an amount of bytes (512kB, 10MB)".formatted(written),
          "");
    }
    return size.orElse(otherwise);
  }
}
