package org.headrace.extract.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headrace.extract.site.PagePath.BrokenPathException;
import org.headrace.extract.site.SiteConfig.Edit;
import org.headrace.extract.site.SiteConfig.Guarded;
import org.headrace.extract.site.SiteConfig.Replacement;
import org.headrace.model.RequestHeaders;

/**
 * Reads a file of rules: one {@code directive: value} a line, or {@code directive(what): value};
 * what begins with {@code #} is a comment. A line that cannot be used is told and left out.
 */
final class SiteConfigReader {
  private static final int MOST_LINES = 5_000;
  private static final int LONGEST_REPLACEMENT = 10_000;

  /** Known, and without a meaning here. */
  private static final Set<String> IDLE =
      Set.of(
          "tidy",
          "parser",
          "strip_comments",
          "post_strip_attr",
          "footnotes",
          "not_logged_in_xpath",
          "login_uri",
          "login_username_field",
          "login_password_field",
          "login_extra_fields");

  /** A stranger's file does not log in for us. */
  private static final String LOGIN = "authorization";

  private static final Set<String> WRAPPERS =
      Set.of(
          "blockquote",
          "figure",
          "figcaption",
          "p",
          "div",
          "section",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "b",
          "strong",
          "i",
          "em",
          "u",
          "s",
          "small",
          "code",
          "pre",
          "ul",
          "ol",
          "li",
          "cite",
          "q",
          "sub",
          "sup",
          "span",
          "aside");

  private final String name;
  private final String file;
  private final List<RuleFault> faults = new ArrayList<>();
  private final Map<String, List<PagePath>> paths = new LinkedHashMap<>();
  private final List<Edit> edits = new ArrayList<>();
  private final List<String> stripWords = new ArrayList<>();
  private final List<String> stripImages = new ArrayList<>();
  private final List<Guarded> wholeView = new ArrayList<>();
  private final List<Guarded> nextPage = new ArrayList<>();
  private final List<Replacement> replacements = new ArrayList<>();
  private final List<String> lazy = new ArrayList<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, Boolean> switches = new LinkedHashMap<>();
  private final List<RuleTest> tests = new ArrayList<>();
  private Optional<List<Guarded>> guardable = Optional.empty();
  private final Deque<Sought> sought = new ArrayDeque<>();
  private int line;

  private SiteConfigReader(String name, String file) {
    this.name = name;
    this.file = file;
  }

  /** A find_string that waits for its replace_string. */
  private record Sought(String text, int line) {}

  /** A file as it was understood. */
  record Read(SiteConfig config, List<RuleFault> faults) {}

  /**
   * Reads {@code text}.
   *
   * @param name shown to the operator when the rules are spoken of
   * @param file shown where a fault is
   */
  static Read read(String name, String file, String text) {
    SiteConfigReader reader = new SiteConfigReader(name, file);
    text.lines().limit(MOST_LINES).forEach(reader::line);
    reader.end();
    return new Read(reader.config(), List.copyOf(reader.faults));
  }

  private SiteConfig config() {
    return new SiteConfig(
        name,
        paths("title"),
        paths("author"),
        paths("date"),
        paths("body"),
        List.copyOf(edits),
        List.copyOf(stripWords),
        List.copyOf(stripImages),
        List.copyOf(wholeView),
        paths("single_page_link_in_feed"),
        List.copyOf(nextPage),
        paths("native_ad_clue"),
        List.copyOf(replacements),
        List.copyOf(lazy),
        java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers)),
        said("prune"),
        said("autodetect_on_failure"),
        said("autodetect_next_page"),
        said("skip_json_ld").map(skip -> !skip),
        said("insert_detected_image"),
        said("convert_double_br_tags"),
        List.copyOf(tests));
  }

  private List<PagePath> paths(String directive) {
    return List.copyOf(paths.getOrDefault(directive, List.of()));
  }

  private Optional<Boolean> said(String directive) {
    return Optional.ofNullable(switches.get(directive));
  }

  private void line(String written) {
    line++;
    String text = written.strip();
    if (line == 1 && text.startsWith("\ufeff")) {
      text = text.substring(1).strip();
    }
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    int open = text.indexOf('(');
    int colon = text.indexOf(':');
    if (open > 0 && (colon < 0 || open < colon)) {
      int close = text.indexOf("):", open);
      if (close < 0) {
        tell(true, "\"%s\" has no \"):\"".formatted(shown(text)));
      } else {
        withArgument(
            directive(text.substring(0, open)),
            text.substring(open + 1, close),
            text.substring(close + 2).strip());
      }
    } else if (colon < 0) {
      tell(true, "\"%s\" is no directive: it has no colon".formatted(shown(text)));
    } else {
      plain(directive(text.substring(0, colon)), text.substring(colon + 1).strip());
    }
  }

  private static String directive(String written) {
    return written.strip().toLowerCase(Locale.ROOT);
  }

  private void plain(String directive, String value) {
    if (value.isEmpty() && !directive.equals("replace_string")) {
      if (!IDLE.contains(directive)) {
        tell(false, "\"%s\" has no value".formatted(directive));
      }
      return;
    }
    switch (directive) {
      case "title", "author", "date", "body", "native_ad_clue", "single_page_link_in_feed" ->
          path(value)
              .ifPresent(
                  path -> paths.computeIfAbsent(directive, key -> new ArrayList<>()).add(path));
      case "strip" -> path(value).map(Edit.Strip::new).ifPresent(edits::add);
      case "strip_attr" -> path(value).map(Edit.StripAttribute::new).ifPresent(edits::add);
      case "dissolve" -> path(value).map(Edit.Dissolve::new).ifPresent(edits::add);
      case "strip_id_or_class" -> stripWords.add(unquoted(value));
      case "strip_image_src" -> stripImages.add(unquoted(value));
      case "src_lazy_load_attr" -> lazy.add(value.toLowerCase(Locale.ROOT));
      case "single_page_link" -> guarded(wholeView, value);
      case "next_page_link" -> guarded(nextPage, value);
      case "if_page_contains" -> condition(value);
      case "find_string" -> sought.add(new Sought(value, line));
      case "replace_string" -> replacement(value);
      case "test_url" -> test(value);
      case "test_contains" -> testContains(value);
      case "prune",
          "autodetect_on_failure",
          "autodetect_next_page",
          "skip_json_ld",
          "insert_detected_image",
          "convert_double_br_tags" ->
          said(directive, value);
      case "requires_login" -> {
        if (isYes(value)) {
          tell(false, "the site wants a login, which a rule cannot give; see login: in the list");
        }
      }
      case "wrap_in", "move_into", "http_header" ->
          tell(true, "\"%s\" needs its subject in brackets".formatted(directive));
      default -> {
        if (!IDLE.contains(directive)) {
          tell(false, "unknown directive \"%s\"".formatted(shown(directive)));
        }
      }
    }
  }

  private void withArgument(String directive, String argument, String value) {
    switch (directive) {
      case "replace_string" -> replace(argument, value);
      case "http_header" -> header(argument.strip(), value);
      case "wrap_in" -> wrap(argument.strip().toLowerCase(Locale.ROOT), value);
      case "move_into" -> move(argument.strip(), value);
      default -> tell(false, "unknown directive \"%s(...)\"".formatted(shown(directive)));
    }
  }

  private Optional<PagePath> path(String written) {
    try {
      return Optional.of(PagePath.of(written));
    } catch (BrokenPathException e) {
      tell(true, "\"%s\" is no XPath: %s".formatted(shown(written), e.getMessage()));
      return Optional.empty();
    }
  }

  private void guarded(List<Guarded> links, String value) {
    Optional<PagePath> path = path(value);
    path.ifPresent(found -> links.add(new Guarded(found, Optional.empty())));
    guardable = path.map(found -> links);
  }

  private void condition(String value) {
    Optional<PagePath> path = path(value);
    if (guardable.isEmpty()) {
      tell(true, "if_page_contains must follow a single_page_link or next_page_link");
    } else {
      List<Guarded> links = guardable.get();
      Guarded last = links.removeLast();
      path.ifPresent(condition -> links.add(new Guarded(last.path(), Optional.of(condition))));
      guardable = Optional.empty();
    }
  }

  private void wrap(String tag, String value) {
    if (!WRAPPERS.contains(tag)) {
      tell(false, "what is found cannot be wrapped in \"%s\"".formatted(shown(tag)));
    } else {
      path(value).ifPresent(path -> edits.add(new Edit.Wrap(path, tag)));
    }
  }

  private void move(String target, String value) {
    Optional<PagePath> to = path(target.equals("body") ? "//body" : target);
    Optional<PagePath> path = path(value);
    if (to.isPresent() && path.isPresent()) {
      edits.add(new Edit.Move(path.get(), to.get()));
    }
  }

  private void header(String header, String value) {
    String key = header.toLowerCase(Locale.ROOT);
    boolean name =
        !key.isEmpty()
            && key.chars().allMatch(c -> c == '-' || c == '_' || Character.isLetterOrDigit(c));
    if (!name || RequestHeaders.isOurs(key) || key.equals(LOGIN)) {
      tell(false, "the header \"%s\" is not set by rules".formatted(shown(header)));
    } else if (value.contains("${") || value.chars().anyMatch(c -> c < 0x20 || c >= 0x7f)) {
      tell(true, "the header \"%s\" is not plain ASCII without references".formatted(header));
    } else {
      headers.put(key, value);
    }
  }

  /** The texts sought and those put in their place stand for each other in their order. */
  private void replacement(String value) {
    if (sought.isEmpty()) {
      tell(true, "replace_string without a find_string before it");
    } else {
      replace(sought.remove().text, value);
    }
  }

  private void end() {
    for (Sought one : sought) {
      line = one.line;
      tell(true, "this find_string has no replace_string");
    }
  }

  private void replace(String before, String after) {
    if (before.isEmpty() || before.length() + after.length() > LONGEST_REPLACEMENT) {
      tell(true, "nothing, or more than can be sought, is to be replaced");
    } else {
      replacements.add(new Replacement(before, after));
    }
  }

  private void test(String value) {
    try {
      URI address = new URI(value);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        tests.add(new RuleTest(address, List.of()));
        return;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    tell(false, "\"%s\" is not an http or https address".formatted(shown(value)));
  }

  private void testContains(String value) {
    if (tests.isEmpty()) {
      tell(false, "test_contains must follow a test_url");
    } else {
      RuleTest last = tests.removeLast();
      List<String> contains = new ArrayList<>(last.contains());
      contains.add(value);
      tests.add(new RuleTest(last.address(), contains));
    }
  }

  private void said(String directive, String value) {
    boolean yes = isYes(value);
    if (yes || Set.of("no", "false", "0", "off").contains(value.toLowerCase(Locale.ROOT))) {
      switches.put(directive, yes);
    } else {
      tell(true, "%s is yes or no, not \"%s\"".formatted(directive, shown(value)));
    }
  }

  private static boolean isYes(String value) {
    return Set.of("yes", "true", "1", "on").contains(value.toLowerCase(Locale.ROOT));
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 2
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static String shown(String text) {
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }

  private void tell(boolean broken, String words) {
    faults.add(new RuleFault(file, line, broken, words));
  }
}
