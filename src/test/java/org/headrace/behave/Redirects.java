package org.headrace.behave;

import static org.headrace.behave.Wanted.BLOCKED;
import static org.headrace.behave.Wanted.ERROR;
import static org.headrace.behave.Wanted.OK;
import static org.headrace.behave.Wanted.OK_OR_ERROR;

import java.util.List;
import java.util.function.Function;

/** Elsewhere, in all its spellings. */
final class Redirects {
  private static final String CANARY = "http://" + MisbehavingServer.CANARY + ":";

  private Redirects() {}

  static List<Behaviour> all() {
    return List.of(
        moved("redirect-301", 301, asked -> asked.at("/real.xml")),
        moved("redirect-302", 302, asked -> asked.at("/real.xml")),
        moved("redirect-303", 303, asked -> asked.at("/real.xml")),
        moved("redirect-307", 307, asked -> asked.at("/real.xml")),
        moved("redirect-308", 308, asked -> asked.at("/real.xml")),
        moved("redirect-relative", 302, asked -> "real.xml"),
        moved("redirect-dots", 302, asked -> "a/b/../../real.xml"),
        moved("redirect-root", 302, asked -> "/" + asked.name() + "/real.xml"),
        moved("redirect-no-scheme", 302, asked -> asked.at("/real.xml").substring(5)),
        moved("redirect-fragment", 301, asked -> asked.at("/real.xml#top")),
        moved("redirect-blanks", 301, asked -> "   " + asked.at("/real.xml") + "  "),
        moved("redirect-capitals", 302, asked -> asked.at("/real.xml").replace("http", "HTTP")),
        Behaviour.of(
            "redirect-query",
            OK,
            "redirects to a query only",
            (asked, line) -> {
              if (asked.rest().equals("/feed.xml")) {
                line.redirect(302, "?real=1");
              } else {
                line.xml(asked.bytes());
              }
            }),
        Behaviour.of(
            "redirect-letters",
            OK,
            "redirects to letters outside ASCII",
            (asked, line) -> {
              if (asked.rest().equals("/feed.xml")) {
                line.redirect(302, "m\u00c3\u00bchle.xml");
              } else if (asked.rest().equals("/m%C3%BChle.xml")) {
                line.xml(asked.bytes());
              } else {
                line.answer("404 No", "");
              }
            }),
        Behaviour.of(
            "redirect-with-body",
            OK,
            "sends much with its redirect",
            (asked, line) -> {
              if (asked.rest().equals("/feed.xml")) {
                line.answer("301 Moved\nLocation: real.xml", " ".repeat(3_000_000));
              } else {
                line.xml(asked.bytes());
              }
            }),
        Behaviour.of(
                "redirect-loop",
                ERROR,
                "redirects in a circle of two",
                (asked, line) ->
                    line.redirect(302, asked.rest().equals("/feed.xml") ? "b.xml" : "feed.xml"))
            .then("it went round", seen -> seen.conversations().size() <= 3 * seen.polls().size()),
        Behaviour.of(
            "redirect-self",
            ERROR,
            "redirects to itself",
            (asked, line) -> line.redirect(301, "feed.xml")),
        Behaviour.of(
                "redirect-cookie-wall",
                ERROR,
                "redirects to itself until it sees its cookie",
                (asked, line) -> {
                  if (asked.header("Cookie").isEmpty()) {
                    line.answer("302 Cookie\nLocation: feed.xml\nSet-Cookie: seen=1", "");
                  } else {
                    line.xml(asked.bytes());
                  }
                })
            .then(
                "a cookie was sent",
                seen -> seen.polls().stream().allMatch(one -> one.header("Cookie").isEmpty())),
        Behaviour.of(
                "redirect-chain",
                ERROR,
                "redirects fifty times",
                (asked, line) -> line.redirect(302, "hop" + hop(asked) + ".xml"))
            .then(
                "too many were followed",
                seen -> seen.conversations().size() <= 6 * seen.polls().size()),
        Behaviour.of(
                "redirect-growing",
                ERROR,
                "redirects to an address that grows",
                (asked, line) -> line.redirect(302, asked.path() + "?" + "x".repeat(999)))
            .then(
                "too many were followed",
                seen -> seen.conversations().size() <= 6 * seen.polls().size()),
        Behaviour.of(
            "redirect-none",
            ERROR,
            "redirects nowhere",
            (asked, line) -> line.answer("302 Go", "")),
        Behaviour.of(
            "redirect-two",
            OK_OR_ERROR,
            "gives two places",
            (asked, line) -> {
              if (asked.rest().equals("/feed.xml")) {
                line.answer(
                    "302 Go\nLocation: real.xml\nLocation: " + CANARY + asked.port() + "/", "");
              } else {
                line.xml(asked.bytes());
              }
            }),
        Behaviour.of(
            "redirect-refresh",
            ERROR,
            "redirects by a Refresh header",
            (asked, line) ->
                line.answer("200 OK\nRefresh: 0;url=" + CANARY + asked.port() + "/", "<html>")),
        Behaviour.of(
            "redirect-meta",
            ERROR,
            "redirects by a page",
            (asked, line) ->
                line.html(
                    "<html><meta http-equiv=refresh content='0;url="
                        + CANARY
                        + asked.port()
                        + "/'>")),
        Behaviour.of(
            "redirect-300",
            ERROR,
            "offers a choice with a place",
            (asked, line) ->
                line.answer("300 Choose\nLocation: " + CANARY + asked.port() + "/", "")),
        Behaviour.of(
            "redirect-305",
            ERROR,
            "wants a proxy to be used",
            (asked, line) ->
                line.answer("305 Proxy\nLocation: " + CANARY + asked.port() + "/", "")),
        to("redirect-to-file", "file:///etc/hostname"),
        to("redirect-to-javascript", "javascript:alert(1)"),
        to("redirect-to-data", "data:text/xml,<rss/>"),
        to("redirect-to-ftp", "ftp://127.0.0.66/feed.xml"),
        to("redirect-to-gopher", "gopher://127.0.0.66:70/x"),
        to("redirect-to-jar", "jar:file:///tmp/a.jar!/b"),
        to("redirect-to-empty", ""),
        to("redirect-to-space", " "),
        to("redirect-to-crlf", "/x%0d%0aHost:%20127.0.0.66"),
        to("redirect-to-tab", "http://127.0.0.66\t/"),
        to("redirect-to-backslash", "http:\\\\127.0.0.66\\feed.xml"),
        to("redirect-to-metadata", "http://169.254.169.254/latest/meta-data/"),
        to("redirect-to-localhost", "http://localhost/feed.xml"),
        to("redirect-to-mapped", "http://[::ffff:127.0.0.66]/feed.xml"),
        to("redirect-to-any", "http://0.0.0.0/feed.xml"),
        canary("redirect-to-canary", "127.0.0.66"),
        canary("redirect-to-decimal", "2130706498"),
        canary("redirect-to-octal", "0177.0.0.0102"),
        canary("redirect-to-hex", "0x7f000042"),
        canary("redirect-to-short", "127.66"),
        canary("redirect-to-dot", "127.0.0.66."),
        canary("redirect-to-escaped", "127%2e0.0.66"),
        canary("redirect-to-user", "mill.example@127.0.0.66"),
        to("redirect-to-port", "http://mill.example:22/feed.xml"),
        Behaviour.of(
            "redirect-to-neighbour",
            BLOCKED,
            "redirects to another port of its host",
            (asked, line) ->
                line.redirect(302, "http://" + asked.host() + ":" + (asked.port() + 1) + "/")),
        Behaviour.of(
            "redirect-to-long",
            ERROR,
            "redirects to an address of 60 kB",
            (asked, line) -> line.redirect(302, "/" + "x".repeat(60_000))));
  }

  private static int hop(Asked asked) {
    String digits = asked.rest().replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 1 : Integer.parseInt(digits) + 1;
  }

  private static Behaviour moved(String name, int status, Function<Asked, String> location) {
    return Behaviour.of(
        name,
        OK,
        "redirects with " + status,
        (asked, line) -> {
          switch (asked.rest()) {
            case "/feed.xml" -> line.redirect(status, location.apply(asked));
            case "/real.xml" -> line.xml(asked.bytes());
            default -> line.answer("404 No", "");
          }
        });
  }

  private static Behaviour to(String name, String location) {
    return Behaviour.of(
            name,
            BLOCKED,
            "redirects to where nobody may go",
            (asked, line) -> {
              if (asked.rest().equals("/feed.xml")) {
                line.redirect(302, location);
              } else {
                line.answer("404 No", "");
              }
            })
        .then("no reason is given", seen -> !seen.reason().isEmpty());
  }

  private static Behaviour canary(String name, String host) {
    return Behaviour.of(
        name,
        BLOCKED,
        "redirects to " + host,
        (asked, line) -> line.redirect(302, "http://" + host + ":" + asked.port() + "/canary"));
  }
}
