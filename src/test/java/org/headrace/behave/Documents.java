package org.headrace.behave;

import static org.headrace.behave.Wanted.ERROR;
import static org.headrace.behave.Wanted.INERT;
import static org.headrace.behave.Wanted.OK;
import static org.headrace.behave.Wanted.OK_OR_ERROR;
import static org.headrace.behave.Wanted.PARTIAL;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Documents that are broken, are no feeds, are in other letters, or are traps. */
final class Documents {
  private static final int FLOOD = 30_000_000;

  private Documents() {}

  static List<Behaviour> all() {
    return List.of(
        Behaviour.of(
                "html-as-rss",
                ERROR,
                "sends a page and calls it a feed",
                (asked, line) ->
                    line.answer(
                        "200 OK\nContent-Type: application/rss+xml",
                        "<!DOCTYPE html><html><title>Mill</title><body><p>Hello</p></html>"))
            .then("it is not named", seen -> seen.reason().contains("HTML page")),
        document("binary", ERROR, "sends a picture", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0"),
        document("opml", ERROR, "sends a list of feeds", "<opml version='2.0'><body/></opml>"),
        document("sitemap", ERROR, "sends a sitemap", "<urlset><url><loc>/</loc></url></urlset>"),
        document("json-other", ERROR, "sends JSON that is no feed", "{\"error\":\"none\"}"),
        document("json-deep", ERROR, "sends deep JSON", "{\"items\":" + "[".repeat(200_000)),
        document("text", ERROR, "sends words", "nothing to see"),
        document("blank", ERROR, "sends blanks", " \n\t ".repeat(99)),
        document("svg", ERROR, "sends a drawing", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        changed("xml-cut", PARTIAL, "ends in the middle of an entry", Documents::cut),
        changed("xml-amp", OK_OR_ERROR, "leaves ampersands as they are", Documents::amp),
        changed("xml-leading-ws", OK, "begins with blank lines", feed -> "\n\n  \n" + feed),
        changed("xml-bom", OK, "begins with a byte order mark", feed -> "\ufeff" + feed),
        changed("xml-two-boms", OK_OR_ERROR, "begins with two", feed -> "\ufeff\ufeff" + feed),
        changed("xml-warning", OK_OR_ERROR, "has a warning first", f -> "<b>Warning</b>: x\n" + f),
        changed("xml-trailing", OK, "has a remark behind", feed -> feed + "<!-- 0.1 s -->\n"),
        changed("xml-trailing-script", OK_OR_ERROR, "has a script behind", f -> f + "<script>x"),
        changed("xml-control", OK, "has control signs", feed -> feed.replace("<p>", "<p>\u0001\b")),
        changed("xml-control-ref", OK, "refers to them", f -> f.replace("&lt;p", "&#1;&#x8;&lt;p")),
        changed("xml-nul", OK_OR_ERROR, "has a NUL", feed -> feed.replace("&lt;p", "\0&lt;p")),
        changed("xml-1.1", OK, "is XML 1.1", feed -> feed.replace("\"1.0\"", "\"1.1\"")),
        changed("xml-9", OK_OR_ERROR, "is XML 9.9", feed -> feed.replace("\"1.0\"", "\"9.9\"")),
        changed("doctype-benign", OK, "has the doctype of RSS 0.91", Documents::oldDoctype),
        letters("charset-utf16", OK, "utf-16", StandardCharsets.UTF_16, ""),
        letters("charset-utf16le", OK_OR_ERROR, "utf-16le", StandardCharsets.UTF_16LE, ""),
        letters("charset-latin1", OK, "iso-8859-1", StandardCharsets.ISO_8859_1, ""),
        letters("charset-cyrillic", OK, "windows-1251", Charset.forName("windows-1251"), ""),
        letters("charset-japanese", OK, "shift_jis", Charset.forName("Shift_JIS"), ""),
        letters("charset-conflict", OK, "utf-8", StandardCharsets.UTF_8, "iso-8859-1"),
        letters("charset-lies", OK, "utf-8", StandardCharsets.ISO_8859_1, "utf-8"),
        letters("charset-unknown", OK, "x-mill", StandardCharsets.UTF_8, ""),
        letters("charset-odd-header", OK, "utf-8", StandardCharsets.UTF_8, "\"utf-8;;"),
        letters("charset-ebcdic", OK_OR_ERROR, "ibm037", Charset.forName("IBM037"), ""),
        Behaviour.of(
                "charset-utf7",
                OK_OR_ERROR,
                "is in UTF-7",
                (asked, line) ->
                    line.answer(
                        "200 OK\nContent-Type: text/xml; charset=utf-7",
                        asked.feed().rss().replace("&lt;p&gt;", "+ADw-script+AD4-x&lt;p&gt;")))
            .then("UTF-7 was decoded", seen -> !seen.anyBodyHolds("<script")),
        // traps
        trap("xxe-file", "<!ENTITY x SYSTEM 'file:///etc/passwd'>"),
        trap("xxe-http", "<!ENTITY x SYSTEM '%CANARY%/x'>"),
        trap("xxe-param", "<!ENTITY % p SYSTEM '%CANARY%/p'> %p;<!ENTITY x 'y'>"),
        trap("xxe-public", "<!ENTITY x PUBLIC 'a' '%CANARY%/x'>"),
        trap("xxe-notation", "<!NOTATION n SYSTEM '%CANARY%/n'><!ENTITY x 'y'>"),
        trap("laughs", laughs()),
        trap("entity-loop", "<!ENTITY x '&y;&y;'><!ENTITY y '&x;&x;'>"),
        trap("entity-quadratic", "<!ENTITY x '" + "a".repeat(50_000) + "'>", "&x;".repeat(20_000)),
        trap("entity-flood", "<!ENTITY x 'y'>".repeat(20_000)),
        Behaviour.of(
            "xxe-dtd",
            INERT,
            "has its doctype elsewhere",
            (asked, line) -> line.xml(canaried(asked, "<!DOCTYPE rss SYSTEM '%CANARY%/d.dtd'>"))),
        Behaviour.of(
            "doctype-endless",
            INERT,
            "has a doctype that does not end",
            (asked, line) -> line.xml("<!DOCTYPE rss [" + "<!-- x -->".repeat(500_000))),
        Behaviour.of(
            "stylesheet",
            INERT,
            "names a stylesheet",
            (asked, line) ->
                line.xml(
                    canaried(asked, "<?xml-stylesheet href='%CANARY%/s.xsl' type='text/xsl'?>"))),
        Behaviour.of(
            "xinclude",
            INERT,
            "includes a file",
            (asked, line) ->
                line.xml(
                    asked
                        .feed()
                        .rss(
                            "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text'"
                                + " href='file:///etc/passwd'/>"
                                + asked.feed().item(1).xml()))),
        Behaviour.of(
            "schema-location",
            INERT,
            "names schemas",
            (asked, line) ->
                line.xml(
                    asked
                        .feed()
                        .rss()
                        .replace(
                            "<rss ",
                            "<rss xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                                + " xsi:schemaLocation='a "
                                + canary(asked)
                                + "/a.xsd' xsi:noNamespaceSchemaLocation='"
                                + canary(asked)
                                + "/b.xsd' "))),
        // floods
        flood("xml-deep-closed", ERROR, "nests and closes", "<a>", 200_000, "</a>"),
        flood("xml-deep", ERROR, "nests and does not close", "<a>", 1_000_000, ""),
        tooLong("xml-big-attr", ERROR, "has a huge attribute", "<a b='"),
        tooLong("xml-big-title", ERROR, "has a huge title", "<title>"),
        tooLong("xml-long-name", ERROR, "has a huge name", "<"),
        tooLong("xml-long-pi", ERROR, "has a huge instruction", "<?"),
        tooLong("xml-long-cdata", ERROR, "has huge CDATA", "<description><![CDATA["),
        flood("xml-comment-flood", ERROR, "has millions of comments", "<!-- x -->", 3_000_000, ""),
        flood("xml-angles", OK_OR_ERROR, "is nothing but angles", "<", 9_000_000, ""),
        flood("xml-ampersands", OK_OR_ERROR, "is nothing but ampersands", "&", 9_000_000, ""),
        attributes("xml-many-attrs", "has many attributes", "a"),
        attributes("xml-many-ns", "has many namespaces", "xmlns:a"),
        Behaviour.of(
                "million-items",
                Wanted.PARTIAL,
                "has a million entries",
                (asked, line) -> {
                  line.head("200 OK").say("<rss version='2.0'><channel><title>x</title>");
                  for (int i = 0; i < 1000; i++) {
                    line.say(entries(asked, i));
                  }
                  line.say("</channel></rss>");
                })
            .megabytes(128),
        Behaviour.of(
            "many-items",
            Wanted.PARTIAL,
            "has a hundred thousand small entries",
            (asked, line) ->
                line.xml(
                    "<rss version='2.0'><channel><title>x</title>"
                        + "<item><link>/a</link></item>".repeat(100_000)
                        + "</channel></rss>")));
  }

  private static String entries(Asked asked, int block) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append("<item><title>x</title><guid>")
          .append(asked.at("/" + block + "-" + i))
          .append("</guid></item>");
    }
    return text.toString();
  }

  private static Behaviour document(String name, Wanted wanted, String what, String text) {
    return Behaviour.of(
            name,
            wanted,
            what,
            (asked, line) -> line.xml(text.getBytes(StandardCharsets.ISO_8859_1)))
        .then("no reason is given", seen -> !seen.reason().isEmpty());
  }

  private static Behaviour changed(
      String name, Wanted wanted, String what, UnaryOperator<String> change) {
    return Behaviour.of(
        name, wanted, what, (asked, line) -> line.xml(change.apply(asked.feed().rss())));
  }

  private static String cut(String feed) {
    return feed.substring(0, feed.lastIndexOf("<item>") + 60);
  }

  private static String amp(String feed) {
    return feed.replace("&lt;p", "R&D & so on &lt;p");
  }

  private static String oldDoctype(String feed) {
    return feed.replace(
        "<rss ",
        "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\""
            + " \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">\n<rss ");
  }

  private static Behaviour letters(
      String name, Wanted wanted, String prolog, Charset real, String header) {
    String words =
        name.contains("cyrillic") ? "\u043c\u0435\u043b\u044c" : "m\u00fchle \u00e9t\u00e9";
    String text = name.contains("japanese") ? "\u6c34\u8eca" : words;
    String type = "text/xml" + (header.isEmpty() ? "" : "; charset=" + header);
    Behaviour behaviour =
        Behaviour.of(
            name,
            wanted,
            "is in " + real + ", says " + prolog + " and " + header,
            (asked, line) -> {
              Sample feed = asked.feed();
              String rss =
                  feed.rss(
                          feed.items().stream()
                              .map(item -> item.html(item.html() + "<p>" + text + "</p>"))
                              .toList())
                      .replace("encoding=\"utf-8\"", "encoding=\"" + prolog + "\"");
              line.answer("200 OK\nContent-Type: " + type, rss.getBytes(real));
            });
    return wanted == OK
        ? behaviour.then("the letters are wrong", seen -> seen.anyBodyHolds(text))
        : behaviour;
  }

  private static String canary(Asked asked) {
    return "http://" + MisbehavingServer.CANARY + ":" + asked.port();
  }

  private static String canaried(Asked asked, String front) {
    String place = front.replace("%CANARY%", canary(asked));
    return "<?xml version=\"1.0\"?>\n" + place + asked.feed().bare(asked.feed().item(1).xml());
  }

  private static Behaviour trap(String name, String entities) {
    return trap(name, entities, "&x;");
  }

  private static Behaviour trap(String name, String entities, String use) {
    return Behaviour.of(
            name,
            INERT,
            "defines entities to trap its reader",
            (asked, line) -> {
              Sample feed = asked.feed();
              String item = feed.item(1).xml().replace("&lt;p&gt;", "&lt;p&gt;" + use);
              String defined = entities.replace("%CANARY%", canary(asked));
              line.xml(
                  "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [" + defined + "]>" + feed.bare(item));
            })
        .megabytes(8)
        .then(
            "it was led astray",
            seen ->
                seen.bodies().stream()
                    .allMatch(body -> body.length() < 2_000_000 && !body.contains("root:")));
  }

  private static String laughs() {
    StringBuilder entities = new StringBuilder("<!ENTITY x0 'ha'>");
    for (int i = 1; i < 30; i++) {
      entities.append("<!ENTITY x%d '%s'>".formatted(i, ("&x" + (i - 1) + ";").repeat(10)));
    }
    return entities + "<!ENTITY x '&x29;'>";
  }

  private static Behaviour attributes(String name, String what, String prefix) {
    return Behaviour.of(
        name,
        OK_OR_ERROR,
        what,
        (asked, line) -> {
          StringBuilder element = new StringBuilder("<x");
          for (int i = 0; i < 200_000; i++) {
            element.append(' ').append(prefix).append(i).append("='u'");
          }
          Sample feed = asked.feed();
          line.xml(feed.rss(element + "/>" + feed.item(1).xml()));
        });
  }

  /** {@code again} many times, then {@code end} as often. */
  private static Behaviour flood(
      String name, Wanted wanted, String what, String again, int times, String end) {
    return Behaviour.of(
            name,
            wanted,
            what,
            (asked, line) -> {
              line.head("200 OK\nContent-Type: text/xml");
              line.say("<rss version='2.0'><channel><item>");
              repeat(line, again, times);
              repeat(line, end, times);
              line.say("</item></channel></rss>");
            })
        .megabytes(64);
  }

  /** {@code start} and then no end of letters. */
  private static Behaviour tooLong(String name, Wanted wanted, String what, String start) {
    return Behaviour.of(
            name,
            wanted,
            what,
            (asked, line) -> {
              line.head("200 OK\nContent-Type: text/xml");
              line.say("<rss version='2.0'><channel><item>" + start);
              repeat(line, "n", FLOOD);
            })
        .megabytes(64);
  }

  private static void repeat(Line line, String text, int times) throws IOException {
    int atOnce = Math.max(1, 100_000 / Math.max(1, text.length()));
    for (int left = text.isEmpty() ? 0 : times; left > 0; left -= atOnce) {
      line.say(text.repeat(Math.min(left, atOnce)));
    }
  }
}
