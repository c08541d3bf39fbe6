package org.headrace.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.Rule;
import org.headrace.pipeline.DigestSettings;
import org.headrace.pipeline.OutputSettings;
import org.headrace.pipeline.PublishSettings;
import org.headrace.pipeline.Selection;
import org.headrace.publish.OutputPath;
import tools.jackson.databind.JsonNode;

/** Reads what of {@code headrace.yaml} says which feeds there are and what stands in them. */
final class PublishedFeeds {
  private static final int SHORTEST_TOKEN = 16;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

  private final Faults faults;
  private final YamlTree tree;

  PublishedFeeds(Faults faults, YamlTree tree) {
    this.faults = faults;
    this.tree = tree;
  }

  /** What is written, else {@code defaults}; a relative folder lies in {@code folder}. */
  PublishSettings read(PublishSettings defaults, Path folder) {
    String files = text("/feed/files", "");
    int items = whole("/feed/items", defaults.items());
    return new PublishSettings(
        text("/feed/title", defaults.title()),
        items,
        defaults.generator(),
        selection("/feed"),
        outputs(items),
        hubs(),
        defaults.search(),
        files.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(files).normalize()));
  }

  private List<OutputSettings> outputs(int items) {
    List<OutputSettings> outputs = new ArrayList<>();
    Set<String> names = new HashSet<>();
    JsonNode list = tree.root().path("outputs");
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      String at = "/outputs/" + i;
      String name = text(at + "/name", "");
      if (name.isEmpty() && !list.get(i).path("name").isString()) {
        continue; // the schema has told it
      }
      if (!OutputPath.isSafe(name)) {
        fault(at + "/name", "not-a-name", "a name has small letters, digits and hyphens only");
      } else if (!names.add(name)) {
        fault(at + "/name", "duplicate-name", "there is another output named \"" + name + "\"");
      } else {
        Optional<DigestSettings> digest = digest(at + "/digest");
        outputs.add(
            new OutputSettings(
                name,
                token(at + "/token"),
                text(at + "/title", name),
                whole(at + "/items", digest.isPresent() ? 30 : items),
                selection(at),
                digest));
      }
    }
    return outputs;
  }

  private Selection selection(String at) {
    List<String> languages = texts(at + "/languages");
    for (int i = 0; i < languages.size(); i++) {
      if (!isLanguage(languages.get(i))) {
        fault(
            at + "/languages/" + i,
            "not-a-language",
            "\"%s\" is not a language tag (en, de-AT)".formatted(languages.get(i)));
      }
    }
    List<Rule> rules = new SourceRules(faults, tree).of(tree.root().at(at), at);
    return new Selection(
        texts(at + "/topics"),
        texts(at + "/sources"),
        languages,
        whole(at + "/least-words", 0),
        share(at + "/fair"),
        rules);
  }

  private int share(String at) {
    String written = text(at, "100%");
    String digits =
        written.endsWith("%") ? written.substring(0, written.length() - 1).strip() : "";
    boolean number = !digits.isEmpty() && digits.length() <= 3;
    number &= digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int percent = number ? Integer.parseInt(digits) : 0;
    if (percent < 1 || percent > 100) {
      fault(at, "not-a-share", "\"%s\" is not a share (1%% to 100%%)".formatted(written));
      return 100;
    }
    return percent;
  }

  private Optional<DigestSettings> digest(String at) {
    if (!tree.root().at(at).isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        new DigestSettings(time(at + "/at"), zone(at + "/zone"), whole(at + "/top", 15)));
  }

  private LocalTime time(String at) {
    String written = text(at, "07:00");
    try {
      return LocalTime.parse(written, TIME);
    } catch (DateTimeParseException e) {
      fault(at, "not-a-time", "\"%s\" is not a time of day (07:00)".formatted(written));
      return LocalTime.of(7, 0);
    }
  }

  private ZoneId zone(String at) {
    String written = text(at, "");
    try {
      return written.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(written);
    } catch (DateTimeException e) {
      fault(
          at,
          "not-a-zone",
          "\"%s\" is not a time zone (Europe/Berlin)".formatted(written));
      return ZoneOffset.UTC;
    }
  }

  private String token(String at) {
    String written = text(at, "");
    if (!written.isEmpty() && (!OutputPath.isSafe(written) || written.length() < SHORTEST_TOKEN)) {
      faults.error(
          tree.value(at),
          "secret-not-a-token",
          "a token has small letters, digits and hyphens only, %d at least"
              .formatted(SHORTEST_TOKEN),
          "");
      return "";
    }
    return written;
  }

  private List<String> hubs() {
    List<String> written = texts("/web/hubs");
    List<String> hubs = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      if (isAddress(written.get(i))) {
        hubs.add(written.get(i));
      } else {
        fault(
            "/web/hubs/" + i,
            "not-an-address",
            "\"%s\" is not an http or https address".formatted(written.get(i)));
      }
    }
    return hubs;
  }

  private static boolean isAddress(String written) {
    try {
      URI uri = new URI(written);
      String scheme = String.valueOf(uri.getScheme());
      boolean ascii = written.chars().allMatch(c -> c > ' ' && c < 0x7f);
      return ascii && uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isLanguage(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private void fault(String at, String code, String words) {
    faults.error(tree.value(at), code, words, "");
  }

  private String text(String pointer, String otherwise) {
    JsonNode node = tree.root().at(pointer);
    return node.isString() ? node.asString().strip() : otherwise;
  }

  private List<String> texts(String pointer) {
    List<String> texts = new ArrayList<>();
    JsonNode node = tree.root().at(pointer);
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      texts.add(node.get(i).asString("").strip());
    }
    return texts;
  }

  private int whole(String pointer, int otherwise) {
    JsonNode node = tree.root().at(pointer);
    return node.isIntegralNumber() && node.canConvertToInt() ? node.asInt() : otherwise;
  }
}
