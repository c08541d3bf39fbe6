package org.headrace.clean;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may stand in an article: elements, their attributes, and a rule for the value of each. All
 * that is not named here goes; the words in it stay, save in those elements whose content is no
 * text for readers.
 *
 * <p>Elements whose content HTML reads by other rules (svg, math, style, title, noscript, template,
 * textarea, select, xmp) can never be on the list: they are what mutation attacks are made of.
 */
final class AllowList {
  /** Gone with all that is in them. */
  private static final Set<String> DROPPED =
      quick(
          "script",
          "style",
          "noscript",
          "template",
          "select",
          "option",
          "datalist",
          "title",
          "head",
          "object",
          "embed",
          "applet",
          "canvas",
          "button",
          "input",
          "noframes",
          "noembed",
          "frameset",
          "frame",
          "xmp",
          "plaintext",
          "annotation",
          "annotation-xml",
          "metadata",
          "param",
          "map",
          "area",
          "portal",
          "fencedframe",
          "base",
          "meta",
          "link");

  /** Blocks that mean nothing while nothing is in them. */
  private static final Set<String> HOLLOW_BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "header",
          "footer",
          "aside",
          "address",
          "search",
          "figure",
          "figcaption",
          "blockquote",
          "ul",
          "ol",
          "dl");

  /** Blocks that mean something by being there. */
  private static final Set<String> OTHER_BLOCKS =
      Set.of(
          "hr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "details", "summary", "li", "dt", "dd",
          "table");

  /** What stands in a line and means nothing while nothing is in it. */
  private static final Set<String> HOLLOW_PHRASES = Set.of("span", "picture");

  /** All else that needs no attributes but those that may stand everywhere. */
  private static final Set<String> PLAIN =
      Set.of(
          "br", "wbr", "b", "strong", "i", "em", "u", "s", "small", "mark", "sub", "sup", "cite",
          "kbd", "samp", "var", "bdi", "bdo", "ruby", "rb", "rt", "rtc", "rp", "caption", "thead",
          "tbody", "tfoot");

  /** Same sense, today's word. */
  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("center", "div"),
          Map.entry("form", "search"),
          Map.entry("fieldset", "div"),
          Map.entry("legend", "div"),
          Map.entry("main", "div"),
          Map.entry("nav", "div"),
          Map.entry("hgroup", "div"),
          Map.entry("strike", "s"),
          Map.entry("tt", "code"),
          Map.entry("acronym", "abbr"),
          Map.entry("listing", "pre"),
          Map.entry("dir", "ul"),
          Map.entry("menu", "ul"));

  private static final List<Attribute> EVERYWHERE =
      List.of(
          attribute("id", (value, around) -> around.notes().id(value)),
          attribute("lang", Values.language()),
          attribute("dir", Values.oneOf("ltr", "rtl", "auto")));

  private static final Map<String, Allowed> ELEMENTS = elements();

  private AllowList() {}

  /** True if an element goes with all that is in it. */
  static boolean isDropped(String element) {
    return DROPPED.contains(element);
  }

  /** How an element of HTML may stand; empty if it may not. */
  static Optional<Allowed> find(String element) {
    return Optional.ofNullable(ELEMENTS.get(element));
  }

  /** A set that is asked for every element: strings keep the hash it needs. */
  private static Set<String> quick(String... names) {
    return Collections.unmodifiableSet(new HashSet<>(List.of(names)));
  }

  private static Map<String, Allowed> elements() {
    Map<String, Map<String, AllowedAttribute>> rules = new HashMap<>();
    Stream.of(HOLLOW_BLOCKS, OTHER_BLOCKS, HOLLOW_PHRASES, PLAIN)
        .flatMap(Set::stream)
        .forEach(name -> rules.put(name, rules()));
    text(rules);
    lists(rules);
    tables(rules);
    media(rules);
    Map<String, Allowed> all = new HashMap<>();
    rules.forEach((name, own) -> all.put(name, allowed(name, own)));
    RENAMED.forEach(
        (found, name) -> all.put(found, allowed(name, rules.getOrDefault(name, Map.of()))));
    return Collections.unmodifiableMap(all);
  }

  private static Allowed allowed(String name, Map<String, AllowedAttribute> rules) {
    boolean hollowBlock = HOLLOW_BLOCKS.contains(name);
    return new Allowed(
        name,
        "<" + name,
        "</" + name + ">",
        Allowed.Kind.of(name),
        hollowBlock || OTHER_BLOCKS.contains(name),
        hollowBlock || HOLLOW_PHRASES.contains(name),
        Nesting.Part.of(name),
        rules);
  }

  private static void text(Map<String, Map<String, AllowedAttribute>> all) {
    Attribute cite = attribute("cite", Addresses.citation());
    Attribute dateTime = attribute("datetime", Values.dateTime());
    Attribute title = attribute("title", Values.text());
    Attribute code = attribute("class", Values.codeClass());
    all.put("a", rules(attribute("href", Addresses.link()), title));
    all.put("abbr", rules(title));
    all.put("dfn", rules(title));
    all.put("blockquote", rules(cite));
    all.put("q", rules(cite));
    all.put("del", rules(cite, dateTime));
    all.put("ins", rules(cite, dateTime));
    all.put("time", rules(dateTime));
    all.put("pre", rules(code));
    all.put("code", rules(code));
    all.put("details", rules(attribute("open", Values.flag())));
  }

  private static void lists(Map<String, Map<String, AllowedAttribute>> all) {
    Attribute type = attribute("type", Values.listType());
    Attribute start = attribute("start", Values.number(1_000_000));
    all.put("ul", rules(type));
    all.put("ol", rules(start, attribute("reversed", Values.flag()), type));
    all.put("li", rules(attribute("value", Values.number(1_000_000)), type));
  }

  private static void tables(Map<String, Map<String, AllowedAttribute>> all) {
    Attribute span = attribute("span", Values.number(1_000));
    Attribute align = attribute("align", Values.oneOf("left", "right", "center", "justify"));
    Attribute columns = attribute("colspan", Values.number(1_000));
    Attribute rows = attribute("rowspan", Values.number(1_000));
    Attribute scope = attribute("scope", Values.oneOf("row", "col", "rowgroup", "colgroup"));
    all.put("col", rules(span, align));
    all.put("colgroup", rules(span, align));
    all.put("tr", rules(align));
    all.put("td", rules(columns, rows, align));
    all.put("th", rules(columns, rows, scope, align, attribute("abbr", Values.text())));
  }

  private static void media(Map<String, Map<String, AllowedAttribute>> all) {
    Attribute src = attribute("src", Addresses.media());
    Attribute srcset = attribute("srcset", Addresses.sourceSet());
    Attribute sizes = attribute("sizes", Values.mediaQuery());
    Attribute width = attribute("width", Values.length());
    Attribute height = attribute("height", Values.length());
    Attribute title = attribute("title", Values.text());
    Attribute type = attribute("type", Values.mediaType());
    Attribute loop = attribute("loop", Values.flag());
    Attribute muted = attribute("muted", Values.flag());
    Attribute preload = attribute("preload", Values.oneOf("none", "metadata"));
    Attribute alt = attribute("alt", Values.text());
    all.put(
        "img",
        rules(attribute("src", Addresses.image()), srcset, sizes, alt, title, width, height));
    all.put(
        "source",
        rules(src, srcset, sizes, attribute("media", Values.mediaQuery()), type, width, height));
    all.put(
        "video",
        rules(src, attribute("poster", Addresses.media()), width, height, loop, muted, preload));
    all.put("audio", rules(src, loop, preload));
    all.put(
        "track",
        rules(
            attribute("kind", Values.oneOf("subtitles", "captions", "descriptions", "chapters")),
            src,
            attribute("srclang", Values.language()),
            attribute("label", Values.text())));
    all.put(
        "iframe",
        rules(
            attribute("src", Frames.source()),
            title,
            width,
            height,
            attribute("allowfullscreen", Values.flag())));
  }

  private static Map<String, AllowedAttribute> rules(Attribute... own) {
    Map<String, AllowedAttribute> rules = new HashMap<>();
    EVERYWHERE.forEach(attribute -> rules.put(attribute.name(), attribute.allowed()));
    for (Attribute attribute : own) {
      rules.put(attribute.name(), attribute.allowed());
    }
    return Collections.unmodifiableMap(rules);
  }

  private static Attribute attribute(String name, AttributeRule rule) {
    return new Attribute(name, AllowedAttribute.of(name, rule));
  }

  private record Attribute(String name, AllowedAttribute allowed) {}
}
