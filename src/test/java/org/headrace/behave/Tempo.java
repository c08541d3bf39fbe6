package org.headrace.behave;

import static org.headrace.behave.Wanted.ERROR;
import static org.headrace.behave.Wanted.PARTIAL;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Servers without an end: too slow, or too much. */
final class Tempo {
  private static final String XML = "200 OK\nContent-Type: text/xml";
  private static final String CHUNKED = XML + "\nTransfer-Encoding: chunked";
  private static final int TEN_MINUTES = 600_000;
  private static final int SECOND = 1000;

  private Tempo() {}

  static List<Behaviour> all() {
    return List.of(
        Behaviour.of(
            "slow-first-byte",
            ERROR,
            "thinks for ten minutes",
            (asked, line) -> line.pause(TEN_MINUTES).xml(asked.bytes())),
        Behaviour.of("never", ERROR, "never says a word", (asked, line) -> line.silence()),
        Behaviour.of(
            "drip-status",
            ERROR,
            "sends its status line byte by byte",
            (asked, line) -> drip(line, "HTTP/1.1 200 OK and much to tell about it".repeat(20))),
        Behaviour.of(
            "drip-headers",
            ERROR,
            "sends a byte of its headers each second",
            (asked, line) -> drip(line.say("HTTP/1.1 200 OK\r\n"), "X-Slow: yes\r\n".repeat(99))),
        Behaviour.of(
            "drip-body",
            ERROR,
            "sends a byte of its body each second",
            (asked, line) -> drip(line.head(XML), asked.feed().rss())),
        Behaviour.of(
            "drip-chunks",
            ERROR,
            "sends a chunk of one byte each second",
            (asked, line) -> line.head(CHUNKED).forEver("1\r\nx\r\n", SECOND)),
        Behaviour.of(
            "drip-gzip",
            ERROR,
            "sends a byte of a packed body each second",
            (asked, line) -> {
              byte[] packed = Packed.gzip(Packed.noise(3000));
              line.head(XML + "\nContent-Encoding: gzip").say(Arrays.copyOf(packed, 30));
              for (int at = 30; at < packed.length; at++) {
                line.pause(SECOND).say(new byte[] {packed[at]});
              }
            }),
        Behaviour.of(
            "drip-br",
            ERROR,
            "sends a byte of a brotli body each second",
            (asked, line) -> packedDrip(line, "br", Packed.brotli(Packed.noise(3000)))),
        Behaviour.of(
            "drip-zstd",
            ERROR,
            "sends a byte of a zstd body each second",
            (asked, line) -> packedDrip(line, "zstd", Packed.zstd(Packed.noise(3000)))),
        Behaviour.of(
            "drip-error",
            ERROR,
            "sends the body of an error byte by byte",
            (asked, line) -> drip(line.head("404 Not Found"), "nothing here ".repeat(99))),
        Behaviour.of(
            "drip-challenge",
            ERROR,
            "sends the body of a refusal byte by byte",
            (asked, line) ->
                drip(line.head("403 Forbidden\nContent-Type: text/html"), "<p>no".repeat(99))),
        Behaviour.of(
            "drip-redirect",
            ERROR,
            "redirects to a drip",
            (asked, line) -> {
              if (asked.rest().equals("/feed.xml")) {
                line.redirect(302, "slow.xml");
              } else {
                drip(line.head(XML), asked.feed().rss());
              }
            }),
        Behaviour.of(
            "stall",
            ERROR,
            "stops in the middle of its body",
            (asked, line) ->
                line.head(XML + "\nContent-Length: 5000").say(asked.bytes()).silence()),
        Behaviour.of(
            "stall-at-end",
            PARTIAL,
            "gives no length and does not close behind the body",
            (asked, line) -> line.head(XML).say(asked.bytes()).silence()),
        endless("endless-body", "sends spaces for ever", XML, " ".repeat(9000)).megabytes(64),
        endless(
            "endless-chunks",
            "sends chunks for ever",
            CHUNKED,
            "3e8\r\n" + " ".repeat(1000) + "\r\n"),
        endless(
            "endless-small-chunks",
            "sends chunks of one byte for ever",
            CHUNKED,
            "1\r\n \r\n".repeat(999)),
        Behaviour.of(
            "endless-items",
            ERROR,
            "writes entries for ever",
            (asked, line) -> {
              line.head(XML).say("<rss version='2.0'><channel><title>x</title>");
              for (int i = 1; true; i++) {
                line.say(asked.feed().item(i).xml());
              }
            }),
        raw(
            "endless-header",
            "sends a header without end",
            "HTTP/1.1 200 OK\r\nX: ",
            "x".repeat(9000)),
        raw(
            "endless-headers",
            "sends headers without end",
            "HTTP/1.1 200 OK\r\n",
            "A: b\r\n".repeat(999)),
        raw(
            "endless-status",
            "sends a status line without end",
            "HTTP/1.1 200 ",
            "OK ".repeat(999)),
        raw(
            "endless-folding",
            "folds a header for ever",
            "HTTP/1.1 200 OK\r\nA: b\r\n",
            " c\r\n".repeat(999)),
        raw("endless-blank", "sends empty lines for ever", "", "\r\n".repeat(999)),
        raw(
            "103-flood",
            "hints for ever",
            "",
            "HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n".repeat(99)),
        raw("100-flood", "says go on for ever", "", "HTTP/1.1 100 Continue\r\n\r\n".repeat(99)),
        endless(
            "endless-extension",
            "sends a chunk extension for ever",
            CHUNKED,
            "5;x=" + "y".repeat(9000)),
        endless("endless-size", "sends the size of a chunk for ever", CHUNKED, "0".repeat(9000)),
        Behaviour.of(
            "endless-trailers",
            Wanted.OK_OR_ERROR,
            "sends trailers for ever",
            (asked, line) ->
                line.head(CHUNKED)
                    .chunk(asked.bytes())
                    .say("0\r\n")
                    .forEver("T: u\r\n".repeat(999), 0)));
  }

  private static void drip(Line line, String text) throws IOException {
    for (char c : text.toCharArray()) {
      line.pause(SECOND).say(String.valueOf(c));
    }
  }

  private static void packedDrip(Line line, String coding, byte[] packed) throws IOException {
    line.head(XML + "\nContent-Encoding: " + coding).say(Arrays.copyOf(packed, 30));
    for (int at = 30; at < packed.length; at++) {
      line.pause(SECOND).say(new byte[] {packed[at]});
    }
  }

  private static Behaviour endless(String name, String what, String head, String again) {
    return Behaviour.of(name, ERROR, what, (asked, line) -> line.head(head).forEver(again, 0));
  }

  private static Behaviour raw(String name, String what, String start, String again) {
    return Behaviour.of(name, ERROR, what, (asked, line) -> line.say(start).forEver(again, 0));
  }
}
