package org.headrace.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
  private final Map<String, Integer> lineOfAddress = new HashMap<>();

  private SourcesFile(Faults faults, YamlTree tree) {
    this.faults = faults;
    this.tree = tree;
  }

  /**
   * Reads the file at {@code path}; all its faults come at once.
   *
   * @throws IOException if it cannot be read at all
   */
  public static Reading<List<Source>> read(Path path) throws IOException {
    return read(path.toString(), Files.readString(path, StandardCharsets.UTF_8));
  }

  /** Reads {@code text}; {@code file} is its name in messages. */
  public static Reading<List<Source>> read(String file, String text) {
    Faults faults = new Faults(file);
    YamlTree tree = YamlTree.read(text, faults);
    List<Source> sources = new ArrayList<>();
    if (!tree.root().isMissingNode() && !tree.root().isNull()) {
      SCHEMA.check(tree, faults);
      sources = new SourcesFile(faults, tree).sources();
    }
    List<Fault> found = faults.inOrder();
    Reading<List<Source>> reading = new Reading<>(Optional.of(List.copyOf(sources)), found, text);
    return reading.broken() ? new Reading<>(Optional.empty(), found, text) : reading;
  }

  /** The line in which {@code text} lists a source at {@code address}; empty if it does not. */
  public static OptionalInt line(String text, URI address) {
    Faults faults = new Faults("");
    SourcesFile file = new SourcesFile(faults, YamlTree.read(text, faults));
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
    Integer first = lineOfAddress.putIfAbsent(address.get().toString(), tree.value(at).line());
    if (first != null) {
      faults.warning(
          tree.value(at),
          "source-twice",
          "this address is listed in line %d already; it is polled once".formatted(first),
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
            ? List.of(text.replaceFirst("^[^:]*://", "https://"))
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
                      ""));
      return new Every.Cron(written, zone);
    }
    return Durations.of(written)
        .<Every>map(Every.Fixed::new)
        .orElseGet(
            () -> {
              faults.error(
                  tree.value(at + "/every"),
                  "not-a-duration",
                  "\"%s\" is neither auto nor a length of time (30m, 2h, 1d) nor a cron expression"
                      .formatted(written),
                  everyMeant(written));
              return new Every.Auto();
            });
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
