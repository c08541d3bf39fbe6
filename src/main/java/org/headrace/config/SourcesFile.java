package org.headrace.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.headrace.fetch.Secrets;
import org.headrace.model.Access;
import org.headrace.model.ArticleRules;
import org.headrace.model.Every;
import org.headrace.model.FullText;
import org.headrace.model.PageRules;
import org.headrace.model.Quiet;
import org.headrace.model.Rule;
import org.headrace.model.Source;
import org.headrace.schedule.CronTimes;
import tools.jackson.databind.JsonNode;

/** Reads {@code sources.yaml}. */
public final class SourcesFile {
  private static final SchemaCheck SCHEMA = SchemaCheck.named("sources.schema.json");

  private final Faults faults;
  private final YamlTree tree;
  private final Map<String, String> known;
  private final Map<String, Integer> lineOfAddress = new HashMap<>();

  private SourcesFile(Faults faults, YamlTree tree, Map<String, String> known) {
    this.faults = faults;
    this.tree = tree;
    this.known = known;
  }

  /**
   * Reads the file at {@code path}; all its faults come at once.
   *
   * @throws IOException if it cannot be read at all
   */
  public static Reading<List<Source>> read(Path path) throws IOException {
    return IncludedFiles.read(path);
  }

  /** Reads {@code text}; {@code file} is its name in messages. */
  public static Reading<List<Source>> read(String file, String text) {
    Part part = part(file, text, new HashMap<>());
    Reading<List<Source>> reading = new Reading<>(Optional.of(part.sources), part.faults, text);
    return reading.broken() ? new Reading<>(Optional.empty(), part.faults, text) : reading;
  }

  /**
   * Reads {@code text}, which lies where it cannot include others; {@code file} is its name in
   * messages.
   */
  public static Reading<List<Source>> readAlone(String file, String text) {
    Part part = part(file, text, new HashMap<>());
    Faults own = new Faults(file);
    for (Include include : part.includes) {
      own.error(
          include.place(),
          "include-missing",
          "\"%s\" is not included: a list in the store is one text".formatted(include.written()),
          "");
    }
    List<Fault> faults = new ArrayList<>(part.faults);
    faults.addAll(own.inOrder());
    Reading<List<Source>> reading = new Reading<>(Optional.of(part.sources), faults, text);
    return reading.broken() ? new Reading<>(Optional.empty(), faults, text) : reading;
  }

  /**
   * What one file says.
   *
   * @param includes the files it names besides, as written, with their places
   */
  record Part(List<Source> sources, List<Fault> faults, List<Include> includes) {}

  /** A file, or several by a pattern, named in a list. */
  record Include(String written, Place place) {}

  /**
   * Reads one file of perhaps several.
   *
   * @param known where addresses are listed already, in this file and those before; grows
   */
  static Part part(String file, String text, Map<String, String> known) {
    Faults faults = new Faults(file);
    YamlTree tree = YamlTree.read(text, faults);
    List<Source> sources = new ArrayList<>();
    List<Include> includes = new ArrayList<>();
    if (!tree.root().isMissingNode() && !tree.root().isNull()) {
      SCHEMA.check(tree, faults);
      SourcesFile reader = new SourcesFile(faults, tree, known);
      sources = reader.sources();
      includes = reader.includes();
    }
    return new Part(List.copyOf(sources), faults.inOrder(), includes);
  }

  private List<Include> includes() {
    List<Include> includes = new ArrayList<>();
    JsonNode list = tree.root().path("include");
    for (int i = 0; i < list.size() && list.isArray(); i++) {
      if (list.get(i).isString()) {
        includes.add(new Include(list.get(i).asString().strip(), tree.value("/include/" + i)));
      }
    }
    return includes;
  }

  /** The line in which {@code text} lists a source at {@code address}; empty if it does not. */
  public static OptionalInt line(String text, URI address) {
    Faults faults = new Faults("");
    SourcesFile file = new SourcesFile(faults, YamlTree.read(text, faults), new HashMap<>());
    file.sources();
    Integer line = file.lineOfAddress.get(address.toString());
    return line == null ? OptionalInt.empty() : OptionalInt.of(line);
  }

  private List<Source> sources() {
    boolean plain = tree.root().isArray();
    JsonNode list = plain ? tree.root() : tree.root().path("sources");
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      source(list.get(i), (plain ? "/" : "/sources/") + i).ifPresent(sources::add);
    }
    return sources;
  }

  private Optional<Source> source(JsonNode node, String at) {
    String urlAt = node.isString() ? at : at + "/url";
    JsonNode url = node.isString() ? node : node.path("url");
    // Every part is read even if another is wrong, so that all faults show at once.
    Optional<URI> address = url.isString() ? address(url.asString(), urlAt) : Optional.empty();
    Every every = every(node, at);
    List<Rule> rules = new SourceRules(faults, tree).of(node, at);
    Optional<Quiet> quiet = quiet(node, at);
    Optional<PageRules> page = new PageSelectors(faults, tree).of(node, at);
    Optional<ArticleRules> article = new ArticleSelectors(faults, tree).of(node, at);
    Optional<Access> access =
        new SourceAccess(faults, tree, new Secrets(System.getenv())).of(node, at);
    return address.map(
        found ->
            new Source(
                node.path("name").asString(found.getHost()),
                found,
                topics(node),
                every,
                fullText(node),
                node.path("private-network").asString("").equals("allow"),
                rules,
                page,
                access,
                quiet,
                node.path("push").asString("").equals("off"),
                article));
  }

  private Optional<URI> address(String written, String at) {
    String text = written.strip();
    Optional<URI> address = httpAddress(text);
    if (address.isEmpty()) {
      faults.error(
          tree.value(at),
          "not-an-address",
          "\"%s\" is not an http or https address".formatted(text),
          corrected(text));
      return address;
    }
    if (address.get().getRawUserInfo() != null) {
      faults.error(tree.value(at), "secret-in-address", "an address must not carry a password", "");
      return Optional.empty();
    }
    int line = tree.value(at).line();
    lineOfAddress.putIfAbsent(address.get().toString(), line);
    String first = known.putIfAbsent(address.get().toString(), faults.place(line));
    if (first != null) {
      faults.warning(
          tree.value(at),
          "source-twice",
          "this address is listed in %s already; it is polled once".formatted(faults.seen(first)),
          "");
      return Optional.empty();
    }
    return address;
  }

  private static Optional<URI> httpAddress(String text) {
    try {
      URI uri = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null && !uri.getHost().isEmpty()
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String corrected(String text) {
    String rest = text.replaceFirst("^[a-zA-Z]{0,8}:?/{0,3}(?=[^/]+\\.[^/]+)", "");
    List<String> tries =
        text.contains("://")
            ? List.of(
                text.replace(" ", "%20"),
                text.replace(" ", "%20").replaceFirst("^[^:]*://", "https://"))
            : List.of("https://" + text, "https://" + rest);
    return tries.stream()
        .filter(guess -> httpAddress(guess).filter(uri -> uri.getHost().contains(".")).isPresent())
        .findFirst()
        .orElse("");
  }

  private Every every(JsonNode node, String at) {
    ZoneId zone = zone(node, at);
    String written = node.path("every").asString("auto").strip();
    if (written.equals("auto") || !node.path("every").isString()) {
      return new Every.Auto();
    }
    if (written.indexOf(' ') > 0 && Durations.correction(written).isEmpty()) {
      CronTimes.fault(written)
          .ifPresent(
              words ->
                  faults.error(
                      tree.value(at + "/every"),
                      "bad-cron",
                      "\"%s\" is not a cron expression: %s".formatted(written, words),
                      cronMeant(written)));
      return new Every.Cron(written, zone);
    }
    return Durations.of(written)
        .<Every>map(Every.Fixed::new)
        .orElseGet(
            () -> {
              faults.error(
                  tree.value(at + "/every"),
                  "not-a-duration",
                  Durations.fault(
                      written,
                      "neither auto nor a length of time (30m, 2h, 1d) nor a cron expression"),
                  everyMeant(written));
              return new Every.Auto();
            });
  }

  /** Other programs leave the seconds out, and have a star where Quartz wants a question mark. */
  private static String cronMeant(String written) {
    String[] fields = written.split("\\s+");
    if (fields.length != 5) {
      return "";
    }
    boolean anyDay = fields[4].equals("*");
    String day = anyDay || !fields[2].equals("*") ? fields[2] : "?";
    String meant =
        String.join(" ", "0", fields[0], fields[1], day, fields[3], anyDay ? "?" : fields[4]);
    return CronTimes.fault(meant).isEmpty() ? meant : "";
  }

  private static String everyMeant(String written) {
    String duration = Durations.correction(written);
    return duration.isEmpty() ? Nearest.to(written, List.of("auto")).orElse("") : duration;
  }

  private ZoneId zone(JsonNode node, String at) {
    String written = node.path("zone").asString("");
    if (!written.isEmpty() && zoneNamed(written).isEmpty()) {
      faults.error(
          tree.value(at + "/zone"),
          "not-a-zone",
          "\"%s\" is not a time zone".formatted(written),
          Nearest.to(written, ZoneId.getAvailableZoneIds()).orElse(""));
    }
    return zone(node);
  }

  private static ZoneId zone(JsonNode node) {
    return zoneNamed(node.path("zone").asString("")).orElseGet(ZoneId::systemDefault);
  }

  private static Optional<ZoneId> zoneNamed(String written) {
    try {
      return Optional.of(ZoneId.of(written));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Quiet> quiet(JsonNode node, String at) {
    if (!node.path("quiet").isString()) {
      return Optional.empty();
    }
    String written = node.path("quiet").asString().strip();
    Optional<Quiet> quiet = QuietTimes.of(written, zone(node));
    if (quiet.isEmpty()) {
      faults.error(
          tree.value(at + "/quiet"),
          "not-a-span",
          "\"%s\" is not a span of the day such as 23:00-06:00".formatted(written),
          QuietTimes.correction(written));
    }
    return quiet;
  }

  private static List<String> topics(JsonNode node) {
    List<String> topics = new ArrayList<>();
    node.path("topics").forEach(topic -> topics.add(topic.asString("").strip()));
    return topics.stream().filter(topic -> !topic.isEmpty()).distinct().toList();
  }

  private static FullText fullText(JsonNode node) {
    String written = node.path("fulltext").asString("auto").toUpperCase(Locale.ROOT);
    return written.equals("NEVER") || written.equals("ALWAYS")
        ? FullText.valueOf(written)
        : FullText.AUTO;
  }
}
