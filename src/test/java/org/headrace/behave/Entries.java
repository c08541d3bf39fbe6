package org.headrace.behave;

import static org.headrace.behave.Wanted.OK;
import static org.headrace.behave.Wanted.OK_OR_ERROR;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/** Entries that are no good citizens: their ids, dates, links and words. */
final class Entries {
  /** The same text in every field. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("script", "<script>alert(1)</script><img src=x onerror=alert(2)>"),
          Map.entry("closers", "]]></description></item></channel></rss>--></script></title>"),
          Map.entry("traversal", "../../../../etc/passwd"),
          Map.entry("winname", "CON.txt:x|<>\"?*"),
          Map.entry("ansi", "\u001b[2J\u001b]0;mill\u0007 red \u001b[31m"),
          Map.entry("rtl", "\u202egnp.exe\u202c \u2066a\u2069"),
          Map.entry("zw", "\u200b\u200b\ufeffzero\u200dwidth\u2060"),
          Map.entry("formula", "=HYPERLINK(\"http://127.0.0.66/\",\"x\")"),
          Map.entry("dots", "..."),
          Map.entry("percent", "%00%0d%0a%2e%2e%s%n%x"),
          Map.entry("entity", "&amp;lt;b&amp;gt; &#0; &nosuch; &#x110000;"),
          Map.entry("lookup", "${jndi:ldap://127.0.0.66/a} {{env:PATH}} ${env:PATH}"),
          Map.entry("quote", "' OR 1=1; drop table source; --"),
          Map.entry("newlines", "one\r\ntwo\nERROR three"),
          Map.entry("long", "w".repeat(300_000)),
          Map.entry("surrogate", "a\ud800b"),
          Map.entry("emoji", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 \u0301\u0301\u0301"),
          Map.entry("xml", "<?xml version='1.0'?><!DOCTYPE x><x/>"));

  private Entries() {}

  static List<Behaviour> all() {
    List<Behaviour> all = new ArrayList<>();
    TEXTS.forEach((name, text) -> all.add(fields(name, text)));
    all.addAll(ids());
    all.addAll(changing());
    all.addAll(dates());
    all.addAll(links());
    return all;
  }

  private static Behaviour fields(String name, String text) {
    return Behaviour.of(
            "field-" + name,
            OK,
            "has the same odd text in every field",
            (asked, line) -> {
              String odd = Sample.escaped(text);
              String words = asked.feed().words(1, 40);
              line.xml(
                  ("<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
                          + "<title>%s</title><link>%s</link><description>%s</description>"
                          + "<item><title>%s</title><link>%s</link><guid>%s</guid>"
                          + "<dc:creator>%s</dc:creator><category>%s</category>"
                          + "<pubDate>%s</pubDate><enclosure url='%s' type='%s' length='%s'/>"
                          + "<description>%s %s</description></item></channel></rss>")
                      .formatted(
                          odd,
                          odd,
                          odd,
                          odd,
                          odd,
                          odd,
                          odd,
                          odd,
                          odd,
                          attribute(text),
                          attribute(text),
                          attribute(text),
                          words,
                          odd));
            })
        .then(
            "it gets through",
            seen ->
                seen.bodies().stream()
                    .noneMatch(body -> body.contains("<script") || body.contains("onerror")));
  }

  private static String attribute(String text) {
    return Sample.escaped(text).replace("'", "&apos;");
  }

  private static List<Behaviour> ids() {
    return List.of(
        each("guid-same", "has one id for all entries", (item, n) -> item.guid("one"))
            .then("entries vanished", Entries::allThere),
        each("guid-empty", "has empty ids", (item, n) -> item.guid(" ")),
        each("guid-none", "has no ids", (item, n) -> item.guid("")),
        each("guid-huge", "has ids of 200 kB", (item, n) -> item.guid(n + "g".repeat(200_000))),
        each(
            "guid-spoof",
            "uses ids and links of another feed",
            (item, n) ->
                item.guid(item.guid().replace("guid-spoof", "ok"))
                    .link(item.link().replace("guid-spoof", "ok"))),
        each("guid-nul", "has signs in its ids", (item, n) -> item.guid("\u0001" + n + "\ufffe")),
        each(
            "guid-case",
            "has ids that differ by case",
            (item, n) -> item.guid(n % 2 == 0 ? "A" : "a" + n)),
        each(
            "nothing",
            "has neither id nor link nor date",
            (item, n) -> item.guid("").link("").date("")),
        each("title-none", "has no titles", (item, n) -> item.title("")));
  }

  private static List<Behaviour> changing() {
    return List.of(
        again(
                "guid-fresh",
                OK,
                "gives new ids at every poll",
                (asked, line) ->
                    line.xml(
                        asked
                            .feed()
                            .rss(
                                asked.feed().items().stream()
                                    .map(item -> item.guid(item.guid() + "-" + asked.round()))
                                    .toList())))
            .then("entries came twice", Entries::noneTwice),
        again(
                "edit-each-poll",
                OK,
                "changes its words at every poll",
                (asked, line) ->
                    line.xml(
                        asked
                            .feed()
                            .rss(
                                asked.feed().items().stream()
                                    .map(item -> item.html(item.html() + asked.round()))
                                    .toList())))
            .then("entries came twice", Entries::noneTwice),
        again(
                "shuffle",
                OK,
                "changes its order at every poll",
                (asked, line) -> {
                  List<Sample.Item> items = new ArrayList<>(asked.feed().items());
                  Collections.shuffle(items, new Random(asked.round()));
                  line.xml(asked.feed().rss(items));
                })
            .then("entries came twice", Entries::noneTwice),
        again(
            "window-1",
            OK,
            "shows the newest entry only",
            (asked, line) ->
                line.xml(
                    asked
                        .feed()
                        .rss(
                            List.of(
                                asked.feed().item(Math.max(1, Sample.ENTRIES - asked.round())))))),
        again(
            "vanish",
            OK,
            "has no entries at the second poll",
            (asked, line) ->
                line.xml(
                    asked.round() % 2 == 0 ? asked.feed().rss() : asked.feed().rss(List.of()))),
        again(
                "date-moves",
                OK,
                "dates its entries anew at every poll",
                (asked, line) ->
                    line.xml(
                        asked
                            .feed()
                            .rss(
                                asked.feed().items().stream()
                                    .map(item -> item.date(Sample.date(java.time.Instant.now())))
                                    .toList())))
            .then("entries came twice", Entries::noneTwice));
  }

  private static Behaviour again(String name, Wanted wanted, String what, Behaviour.Script script) {
    return Behaviour.of(name, wanted, what, script).polledAgain();
  }

  private static List<Behaviour> dates() {
    return List.of(
        dated("date-future", "Fri, 31 Dec 9999 23:59:59 GMT"),
        dated("date-tomorrow", Sample.date(java.time.Instant.now().plusSeconds(200_000))),
        dated("date-y2038", "Tue, 19 Jan 2038 03:14:08 GMT"),
        dated("date-1970", "Thu, 01 Jan 1970 00:00:00 GMT"),
        dated("date-none", ""),
        dated("date-leap", "Sat, 31 Dec 2016 23:59:60 GMT"),
        dated("date-feb30", "Mon, 30 Feb 2026 10:00:00 GMT"),
        dated("date-huge", "Mon, 01 Jan 99999999999 00:00:00 GMT"),
        dated("date-negative", "-0500-01-01T00:00:00Z"),
        dated("date-words", "the day before yesterday"),
        dated("date-long", "9".repeat(100_000)),
        dated("date-zone", "Mon, 23 Nov 2026 10:00:00 +9999"));
  }

  private static Behaviour dated(String name, String date) {
    return each(name, "has dates that make no sense", (item, n) -> item.date(date));
  }

  private static List<Behaviour> links() {
    return List.of(
        unsafe("link-javascript", "javascript:alert(1)"),
        unsafe("link-mixed-case", "JaVaScRiPt:alert(1)"),
        unsafe("link-data", "data:text/html,<script>alert(1)</script>"),
        unsafe("link-vbscript", "vbscript:x"),
        unsafe("link-file", "file:///etc/passwd"),
        unsafe("link-private", "http://127.0.0.66/admin"),
        unsafe("link-metadata", "http://169.254.169.254/latest"),
        unsafe("link-crlf", "http://127.0.0.66/\r\nX-Injected: 1"),
        unsafe("link-userinfo", "http://mill.example:x@127.0.0.66/"),
        unsafe("link-decimal", "http://2130706498/"),
        expression("link-expr-env", "{{env:PATH}}", "%7B%7Benv:PATH%7D%7D"),
        expression("link-expr-sys", "{{sys:user.home}}", "%7B%7Bsys:user.home%7D%7D"),
        expression("link-expr-bean", "{{bean:store.close}}", "%7B%7Bbean:store.close%7D%7D"),
        expression("link-expr-simple", "${sys.user.home}", "$%7Bsys.user.home%7D"),
        expression("link-expr-raw", "RAW(x)RAW{y}", "RAW(x)RAW%7By%7D"),
        expression(
            "link-expr-camelopts",
            "a?httpMethod=DELETE&throwExceptionOnFailure=false&bridgeEndpoint=true",
            "a?httpMethod=DELETE&throwExceptionOnFailure=false&bridgeEndpoint=true"));
  }

  private static Behaviour unsafe(String name, String link) {
    Behaviour behaviour = each(name, "links to " + link, (item, n) -> item.link(link));
    return behaviour
        .withPages()
        .then(
            "the link is published: ",
            seen ->
                allThere(seen)
                    && seen.links().stream()
                        .noneMatch(
                            found ->
                                !found.startsWith("http")
                                    || found.contains("127.0.0.66")
                                    || found.contains("169.254")));
  }

  /** The link arrives letter by letter, and is asked for with GET. */
  private static Behaviour expression(String name, String written, String sent) {
    return Behaviour.of(
            name,
            OK_OR_ERROR,
            "has expressions in its links",
            (asked, line) -> {
              Sample feed = asked.feed();
              if (asked.rest().equals("/feed.xml")) {
                line.xml(
                    feed.rss(
                        feed.items().stream()
                            .map(item -> item.link(asked.at("/echo/") + written))
                            .toList()));
              } else {
                line.html(feed.page(1));
              }
            })
        .withPages()
        .then(
            "it was understood",
            seen ->
                seen.conversations().stream()
                    .map(Conversation::asked)
                    .filter(asked -> asked.rest().startsWith("/echo/"))
                    .allMatch(
                        asked ->
                            asked.method().equals("GET")
                                && sameParts(asked.rest().substring(6), sent)));
  }

  private static boolean sameParts(String one, String other) {
    return new HashSet<>(List.of(one.split("[?&]")))
        .equals(new HashSet<>(List.of(other.split("[?&]"))));
  }

  private static Behaviour each(
      String name, String what, BiFunction<Sample.Item, Integer, Sample.Item> change) {
    return Behaviour.of(
        name,
        OK,
        what,
        (asked, line) -> {
          List<Sample.Item> items = new ArrayList<>();
          for (int n = 1; n <= Sample.ENTRIES; n++) {
            items.add(change.apply(asked.feed().item(n), n));
          }
          if (asked.rest().equals("/feed.xml")) {
            line.xml(asked.feed().rss(items));
          } else {
            line.answer("404 No", "");
          }
        });
  }

  static boolean allThere(Seen seen) {
    return new HashSet<>(seen.titles()).size() >= Sample.ENTRIES;
  }

  static boolean noneTwice(Seen seen) {
    return new HashSet<>(seen.titles()).size() == seen.titles().size();
  }
}
