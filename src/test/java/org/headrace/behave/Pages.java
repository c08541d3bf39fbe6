package org.headrace.behave;

import static org.headrace.behave.Wanted.FALLBACK;
import static org.headrace.behave.Wanted.OK;

import java.io.IOException;
import java.util.List;

/** The pages behind the entries. Whatever they are, the entries come out with some text. */
final class Pages {
  private static final int TEN_MINUTES = 600_000;

  /** How much of a flood is played, in percent: all of it where a run has the time. */
  private static final int PERCENT = Integer.getInteger("behave.flood", 5);

  private Pages() {}

  static List<Behaviour> all() {
    return List.of(
        flood("page-deep", "nests a million blocks", "<div>", 1_000_000),
        flood(
            "page-deep-format",
            "opens formatting and does not close it",
            "<b><i><a><font>x",
            60_000),
        flood("page-deep-table", "nests tables", "<table><tr><td>", 200_000),
        flood("page-deep-svg", "nests drawings", "<svg><foreignObject>", 100_000),
        flood("page-foster", "has text where a table may have none", "<table>x<tr>y", 200_000),
        flood("page-select", "has a million choices", "<select><option>x", 300_000),
        flood("page-entities", "is nothing but references", "&amp;&nosuch;&#99999999;", 200_000),
        flood("page-angles", "is nothing but angles", "<", 4_000_000),
        flood("page-comment", "is a comment without end", "<!-- x -- -->", 9_000_000).megabytes(64),
        flood("page-siblings", "has a million paragraphs", "<p>x", 1_000_000),
        flood("page-frames", "is nothing but frames", "<iframe src=/x><frameset>", 100_000),
        flood("page-links", "is nothing but links", "<a href=/x>y</a>", 250_000),
        page(
            "page-many-attrs",
            FALLBACK,
            "has a hundred thousand attributes",
            (asked, line) -> {
              StringBuilder element = new StringBuilder("<html><body><p");
              for (int i = 0; i < 100_000; i++) {
                element.append(" a").append(i).append("=b");
              }
              line.html(element + ">x");
            }),
        page(
            "page-big-attr",
            FALLBACK,
            "has an attribute of megabytes",
            (asked, line) -> line.html("<html><body title='" + "c".repeat(4_000_000) + "'>")),
        page("page-empty", FALLBACK, "has nothing in it", (asked, line) -> line.html("")),
        page("page-404", FALLBACK, "is not there", (asked, line) -> line.answer("404 No", "")),
        page("page-403", FALLBACK, "lets nobody in", (asked, line) -> line.answer("403 No", "")),
        page("page-410", FALLBACK, "is gone", (asked, line) -> line.answer("410 Gone", "")),
        page("page-500", FALLBACK, "has a fault", (asked, line) -> line.answer("500 Oh", "")),
        page(
            "page-429",
            FALLBACK,
            "asks to wait for a day",
            (asked, line) -> line.answer("429 Slow\nRetry-After: 86400", "")),
        page("page-reset", FALLBACK, "is reset", (asked, line) -> line.reset()),
        page("page-never", FALLBACK, "never comes", (asked, line) -> line.pause(TEN_MINUTES)),
        page(
            "page-drip",
            FALLBACK,
            "comes byte by byte",
            (asked, line) -> line.head("200 OK\nContent-Type: text/html").forEver("x", 1000)),
        page(
            "page-cut",
            FALLBACK,
            "ends before its end",
            (asked, line) ->
                line.head("200 OK\nContent-Type: text/html\nContent-Length: 99999")
                    .say(asked.feed().page(1))),
        page(
            "page-bomb",
            FALLBACK,
            "is packed to burst",
            (asked, line) ->
                line.answer(
                    "200 OK\nContent-Type: text/html\nContent-Encoding: gzip",
                    Packed.gzip(new byte[32_000_000]))),
        page(
            "page-loop",
            FALLBACK,
            "redirects in a circle",
            (asked, line) -> line.redirect(302, asked.path() + "x")),
        page(
            "page-video",
            FALLBACK,
            "is a film without end",
            (asked, line) ->
                line.head("200 OK\nContent-Type: video/mp4").forEver(Packed.noise(9000), 0)),
        page(
            "page-video-unsaid",
            FALLBACK,
            "is a film and does not say so",
            (asked, line) ->
                line.head("200 OK\nContent-Type: text/html").forEver(Packed.noise(9000), 0)),
        page(
            "page-pdf",
            FALLBACK,
            "is a document to print",
            (asked, line) -> line.answer("200 OK\nContent-Type: application/pdf", "%PDF-1.7")),
        page(
            "page-consent",
            FALLBACK,
            "asks for consent and shows nothing",
            (asked, line) ->
                line.html(
                    "<title>Your privacy</title><h1>We value your privacy</h1><p>We and our"
                        + " partners use cookies. Accept all cookies?</p>")),
        page(
            "page-challenge",
            FALLBACK,
            "wants proof that a person asks",
            (asked, line) ->
                line.answer(
                    "403 No\nContent-Type: text/html\ncf-mitigated: challenge",
                    "<title>Just a moment...</title>")),
        away("page-redirect-private", (asked, place) -> "", true),
        away(
            "page-meta-refresh",
            (a, place) -> "<meta http-equiv=refresh content='0;url=" + place + "'>",
            false),
        away(
            "page-canonical-private",
            (a, place) ->
                "<link rel=canonical href='"
                    + place
                    + "'><meta property='og:url' content='"
                    + place
                    + "'>",
            false),
        away(
            "page-next-private",
            (a, place) ->
                "<link rel=next href='" + place + "/2'><link rel=amphtml href='" + place + "'>",
            false),
        away(
            "page-base-private",
            (a, place) -> "<base href='" + place + "/'><link rel=next href='2'>",
            false),
        away(
            "page-image-private",
            (a, place) ->
                "<meta property='og:image' content='"
                    + place
                    + "/i.png'><link rel=icon href='"
                    + place
                    + "/f.ico'>",
            false),
        away(
            "page-oembed-private",
            (a, place) ->
                "<link rel=alternate type='application/json+oembed' href='"
                    + place
                    + "'><link rel=preload href='"
                    + place
                    + "'>",
            false),
        page(
            "page-noindex",
            OK,
            "asks search engines not to show it",
            (asked, line) ->
                line.answer(
                    "200 OK\nContent-Type: text/html\nX-Robots-Tag: noindex",
                    asked.feed().page(number(asked), "<meta name=robots content=noindex>", ""))),
        page(
                "page-ok",
                OK,
                "is a page",
                (asked, line) -> line.html(asked.feed().page(number(asked))))
            .then(
                "the page was not read",
                seen -> seen.bodies().stream().allMatch(b -> b.length() > 1000)));
  }

  /** Rules for robots; the pages themselves are well. */
  static List<Behaviour> robots() {
    return List.of(
        robots("robots-403", OK, "are forbidden", (asked, line) -> line.answer("403 No", "")),
        robots("robots-404", OK, "do not exist", (asked, line) -> line.answer("404 No", "")),
        robots("robots-html", OK, "are a page", (asked, line) -> line.html("<p>Not found</p>")),
        robots("robots-noise", OK, "are noise", (a, line) -> line.xml(Packed.noise(5000))),
        robots("robots-empty", OK, "are empty", (asked, line) -> line.xml("")),
        robots(
            "robots-huge", OK, "do not end", (a, l) -> l.head("200 OK").forEver("Allow: /\n", 0)),
        robots(
            "robots-deny-all", FALLBACK, "deny all", (a, l) -> l.xml("User-agent: *\nDisallow: /")),
        robots(
            "robots-deny-us",
            FALLBACK,
            "deny us",
            (asked, line) ->
                line.xml("User-agent: *\nAllow: /\n\nUser-Agent: HeadRace\nDisallow: /")),
        robots(
            "robots-deny-others",
            OK,
            "deny others",
            (asked, line) ->
                line.xml("User-agent: *\nDisallow: /\n\nUser-agent: headrace\nAllow: /")),
        robots("robots-500", FALLBACK, "have a fault", (asked, line) -> line.answer("500 Oh", "")),
        robots("robots-503", FALLBACK, "are busy", (asked, line) -> line.answer("503 Oh", "")),
        robots("robots-reset", FALLBACK, "are reset", (asked, line) -> line.reset()),
        robots("robots-never", FALLBACK, "never come", (asked, line) -> line.silence()),
        robots("robots-loop", OK, "go round", (asked, line) -> line.redirect(302, "/robots.txt?a")),
        robots(
            "robots-private",
            OK,
            "are where nobody may go",
            (asked, line) ->
                line.redirect(
                    301,
                    "http://" + MisbehavingServer.CANARY + ":" + asked.port() + "/robots.txt")));
  }

  private static Behaviour robots(
      String name, Wanted wanted, String what, Behaviour.Script script) {
    return Behaviour.of(
            name,
            wanted,
            "the rules for robots " + what,
            (asked, line) -> {
              if (asked.path().startsWith("/robots.txt")) {
                script.play(asked, line);
              } else if (asked.rest().equals("/feed.xml")) {
                line.xml(asked.bytes());
              } else {
                line.html(asked.feed().page(number(asked)));
              }
            })
        .withPages()
        .then(
            wanted == OK ? "the page was not read" : "the page was read",
            seen -> seen.asked("/page/1").isEmpty() == (wanted != OK));
  }

  static int number(Asked asked) {
    String digits = asked.rest().replaceAll("[^0-9]", "");
    return digits.isEmpty() || digits.length() > 3 ? 1 : Integer.parseInt(digits);
  }

  private interface Head {
    String pointingTo(Asked asked, String place);
  }

  private static Behaviour away(String name, Head head, boolean redirect) {
    return page(
            name,
            redirect ? FALLBACK : OK,
            "leads to where nobody may go",
            (asked, line) -> {
              String place = "http://" + MisbehavingServer.CANARY + ":" + asked.port();
              if (redirect) {
                line.redirect(302, place + "/page");
              } else {
                line.html(asked.feed().page(number(asked), head.pointingTo(asked, place), ""));
              }
            })
        .then(
            "it is published",
            seen ->
                seen.links().stream().noneMatch(link -> link.contains(MisbehavingServer.CANARY)));
  }

  private static Behaviour page(String name, Wanted wanted, String what, Behaviour.Script script) {
    return Behaviour.of(
            name,
            wanted,
            what,
            (asked, line) -> {
              if (asked.rest().equals("/feed.xml")) {
                line.xml(asked.bytes());
              } else {
                script.play(asked, line);
              }
            })
        .withPages();
  }

  private static Behaviour flood(String name, String what, String again, int times) {
    return page(
        name,
        FALLBACK,
        what,
        (asked, line) -> {
          if (number(asked) == 1) {
            line.head("200 OK\nContent-Type: text/html").say("<!DOCTYPE html><html><body>");
            repeat(line, again, times / 100 * PERCENT);
          } else {
            line.answer("404 No", "");
          }
        });
  }

  private static void repeat(Line line, String text, int times) throws IOException {
    int atOnce = Math.max(1, 100_000 / text.length());
    for (int left = times; left > 0; left -= atOnce) {
      line.say(text.repeat(Math.min(left, atOnce)));
    }
  }
}
