package org.headrace.markup;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.headrace.markup.TagName.Rule;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The names of elements that the standard knows.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/indices.html#elements-3">WHATWG HTML, list
 *     of elements</a>
 */
final class HtmlTags {
  private static final String SCOPES =
      "applet caption html marquee object select table td template th";
  private static final String IMPLIED = "dd dt li optgroup option p rb rp rt rtc";
  private static final String THOROUGH = "caption colgroup tbody td tfoot th thead tr";
  private static final String SPECIALS =
      "address applet area article aside base basefont bgsound blockquote body br button caption"
          + " center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer"
          + " form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input"
          + " keygen li link listing main marquee menu meta nav noembed noframes noscript object ol"
          + " p param plaintext pre script search section select source style summary table tbody"
          + " td template textarea tfoot th thead title tr track ul wbr xmp";
  private static final String VOIDS =
      "area base basefont bgsound br col embed frame hr img input keygen link meta param source"
          + " track wbr";
  private static final String RAW = "iframe noembed noframes script style xmp";
  private static final String OUT =
      "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i"
          + " img li listing menu meta nobr ol p pre ruby s small span strike strong sub sup table"
          + " tt u ul var";

  private static final Map<Rule, String> RULES =
      Map.ofEntries(
          Map.entry(
              Rule.BLOCK,
              "address article aside blockquote center details dialog dir div dl fieldset"
                  + " figcaption figure footer header hgroup main menu nav ol p search section"
                  + " summary ul"),
          Map.entry(Rule.HEADING, "h1 h2 h3 h4 h5 h6"),
          Map.entry(Rule.PREFORMATTED, "pre listing"),
          Map.entry(Rule.FORM, "form"),
          Map.entry(Rule.LIST_ITEM, "li"),
          Map.entry(Rule.DEFINITION, "dd dt"),
          Map.entry(Rule.BUTTON, "button"),
          Map.entry(Rule.LINK, "a"),
          Map.entry(Rule.FORMATTING, "b big code em font i s small strike strong tt u"),
          Map.entry(Rule.NO_BREAK, "nobr"),
          Map.entry(Rule.OBJECT, "applet marquee object"),
          Map.entry(Rule.TABLE, "table"),
          Map.entry(Rule.VOID_IN_LINE, "area br embed img keygen wbr"),
          Map.entry(Rule.INPUT, "input"),
          Map.entry(Rule.MEDIA, "param source track"),
          Map.entry(Rule.RULER, "hr"),
          Map.entry(Rule.TEXT_AREA, "textarea"),
          Map.entry(Rule.RAW_TEXT, "iframe noembed"),
          Map.entry(Rule.NOSCRIPT, "noscript"),
          Map.entry(Rule.SELECT, "select"),
          Map.entry(Rule.OPTION, "option"),
          Map.entry(Rule.OPTION_GROUP, "optgroup"),
          Map.entry(Rule.RUBY_BASE, "rb rtc"),
          Map.entry(Rule.RUBY_TEXT, "rp rt"),
          Map.entry(Rule.SVG, "svg"),
          Map.entry(Rule.HEAD_PART, "base basefont bgsound link meta noframes script style title"),
          Map.entry(Rule.TEMPLATE, "template"),
          Map.entry(Rule.TABLE_PART, "caption col colgroup frame tbody td tfoot th thead tr"),
          Map.entry(Rule.HTML, "html"),
          Map.entry(Rule.HEAD, "head"),
          Map.entry(Rule.BODY, "body"),
          Map.entry(Rule.RARE, "frameset image isindex math plaintext xmp"),
          Map.entry(
              Rule.ORDINARY,
              "abbr acronym audio bdi bdo canvas cite data datalist del dfn ins kbd label legend"
                  + " map mark meter output picture progress q ruby samp slot span sub sup time"
                  + " var video"));

  private static final Map<String, TagName> KNOWN = known();

  /** Each name at the place of its hash, or the next free one after it. */
  private static final TagName[] PLACES = places();

  static final TagName HTML = of("html");
  static final TagName HEAD = of("head");
  static final TagName BODY = of("body");
  static final TagName P = of("p");
  static final TagName DIV = of("div");
  static final TagName ADDRESS = of("address");
  static final TagName BR = of("br");
  static final TagName RUBY = of("ruby");
  static final TagName RTC = of("rtc");
  static final TagName SELECT = of("select");
  static final TagName OPTION = of("option");
  static final TagName OPTGROUP = of("optgroup");
  static final TagName TEMPLATE = of("template");
  static final TagName TABLE = of("table");
  static final TagName CAPTION = of("caption");
  static final TagName COLGROUP = of("colgroup");
  static final TagName COL = of("col");
  static final TagName TBODY = of("tbody");
  static final TagName THEAD = of("thead");
  static final TagName TFOOT = of("tfoot");
  static final TagName TR = of("tr");
  static final TagName TD = of("td");
  static final TagName TH = of("th");

  private HtmlTags() {}

  private static Map<String, TagName> known() {
    Map<String, TagName> known = new HashMap<>();
    RULES.forEach(
        (rule, names) -> {
          for (String name : names.split(" ")) {
            known.put(name, new TagName(name, Tag.valueOf(name), rule, traits(name)));
          }
        });
    return known;
  }

  private static int traits(String name) {
    return in(SCOPES, name, TagName.SCOPE)
        | in("button", name, TagName.BUTTON_SCOPE)
        | in("ol ul", name, TagName.LIST_SCOPE)
        | in("html table template", name, TagName.TABLE_SCOPE)
        | in(IMPLIED, name, TagName.IMPLIED_END | TagName.THOROUGH_END)
        | in(THOROUGH, name, TagName.THOROUGH_END)
        | in(SPECIALS, name, TagName.SPECIAL)
        | in(VOIDS, name, TagName.VOID)
        | in(RAW, name, TagName.TEXT | TagName.DATA)
        | in("textarea title", name, TagName.TEXT)
        | in(OUT, name, TagName.BREAKS_OUT);
  }

  private static int in(String names, String name, int traits) {
    return Set.of(names.split(" ")).contains(name) ? traits : 0;
  }

  private static TagName[] places() {
    TagName[] places = new TagName[1 << 10];
    for (TagName name : KNOWN.values()) {
      int place = place(hash(name.name()), places);
      while (places[place] != null) {
        place = place + 1 & places.length - 1;
      }
      places[place] = name;
    }
    return places;
  }

  private static int place(int hash, TagName[] places) {
    return (hash ^ hash >>> 7) & places.length - 1;
  }

  /** Each letter added to 31 times the rest. */
  static int hash(String name) {
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = 31 * hash + name.charAt(i);
    }
    return hash;
  }

  private static TagName of(String name) {
    TagName known = KNOWN.get(name);
    if (known == null) {
      throw new IllegalArgumentException("not an element of HTML: " + name);
    }
    return known;
  }

  /**
   * The name at a place, if the standard knows it.
   *
   * @param hash of its letters in lower case, as {@link #hash}
   */
  static @Nullable TagName at(String text, int start, int end, int hash) {
    int place = place(hash, PLACES);
    while (PLACES[place] != null) {
      if (Scanner.stands(PLACES[place].name(), text, start, end)) {
        return PLACES[place];
      }
      place = place + 1 & PLACES.length - 1;
    }
    return null;
  }
}
