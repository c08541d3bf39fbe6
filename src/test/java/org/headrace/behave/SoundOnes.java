package org.headrace.behave;

import static org.headrace.behave.Wanted.OK;
import static org.headrace.behave.Wanted.OK_OR_ERROR;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Servers that keep the letter of HTTP in ways that are rare. */
final class SoundOnes {
  private static final String XML = "200 OK\nContent-Type: application/rss+xml";

  private SoundOnes() {}

  static List<Behaviour> all() {
    return List.of(
        Behaviour.of("ok", OK, "answers as it should", (asked, line) -> line.xml(asked.bytes())),
        Behaviour.of(
            "ok-close",
            OK,
            "gives no length and ends with the connection",
            (asked, line) -> line.head(XML).say(asked.bytes())),
        Behaviour.of(
            "ok-http10",
            OK,
            "speaks HTTP/1.0",
            (asked, line) -> line.say("HTTP/1.0 200 OK\r\n\r\n").say(asked.bytes())),
        Behaviour.of(
            "ok-chunked",
            OK,
            "sends chunks of one byte and of many",
            (asked, line) -> chunks(asked, line, 1, 500)),
        Behaviour.of(
            "ok-chunk-extensions",
            OK,
            "writes extensions and capital figures into its chunks",
            (asked, line) -> {
              line.head(XML + "\nTransfer-Encoding: chunked");
              byte[] body = asked.bytes();
              line.say("00" + Integer.toHexString(body.length).toUpperCase() + ";a=b;c=\"d\"\r\n");
              line.say(body).say("\r\n0;e\r\n\r\n");
            }),
        Behaviour.of(
            "ok-trailers",
            OK,
            "sends trailers behind the chunks",
            (asked, line) ->
                line.head(XML + "\nTransfer-Encoding: chunked\nTrailer: Expires")
                    .chunk(asked.bytes())
                    .say("0\r\nExpires: 0\r\nX-Sum: 1\r\n\r\n")),
        Behaviour.of(
            "ok-hints",
            OK,
            "sends early hints first",
            (asked, line) -> line.head("103 Early Hints\nLink: </a.css>").xml(asked.bytes())),
        Behaviour.of(
            "ok-processing",
            OK,
            "says 102 twice first",
            (asked, line) -> line.head("102 Processing").head("102 Processing").xml(asked.bytes())),
        Behaviour.of(
            "ok-continue",
            OK,
            "says 100 though nobody waits for it",
            (asked, line) -> line.head("100 Continue").xml(asked.bytes())),
        Behaviour.of(
            "ok-no-reason",
            OK,
            "leaves out the words behind the status",
            (asked, line) -> line.answer("200", asked.bytes())),
        Behaviour.of(
            "ok-same-length-twice",
            OK_OR_ERROR,
            "gives the same length twice",
            (asked, line) ->
                line.answer(XML + "\nContent-Length: " + asked.bytes().length, asked.bytes())),
        Behaviour.of(
            "ok-folded-header",
            OK,
            "folds a header over two lines",
            (asked, line) -> line.answer(XML + "\nX-Long: one\n two\n\tthree", asked.bytes())),
        Behaviour.of(
            "ok-lower-case",
            OK,
            "writes all headers small",
            (asked, line) ->
                line.say("HTTP/1.1 200 ok\r\ncontent-type:text/xml\r\ncontent-length:")
                    .say(asked.bytes().length + "\r\n\r\n")
                    .say(asked.bytes())),
        Behaviour.of(
            "ok-lf-only",
            OK_OR_ERROR,
            "ends its lines with line feeds only",
            (asked, line) ->
                line.say("HTTP/1.1 200 OK\nContent-Type: text/xml\n\n").say(asked.bytes())),
        Behaviour.of(
            "ok-keep-alive",
            OK,
            "leaves the connection open behind the whole body",
            (asked, line) -> line.xml(asked.bytes()).silence()),
        Behaviour.of(
            "ok-half-close",
            OK,
            "closes its own side only",
            (asked, line) -> line.head(XML).say(asked.bytes()).halfClose()),
        Behaviour.of(
            "ok-pauses",
            OK,
            "stops for a moment in every line",
            (asked, line) -> {
              line.say("HTTP/1.1 200").pause(100).say(" OK\r\nContent-Type: text").pause(100);
              line.say("/xml\r\n").pause(100).say("\r\n").pause(100);
              byte[] body = asked.bytes();
              line.say(Arrays.copyOf(body, 50)).pause(100);
              line.say(Arrays.copyOfRange(body, 50, body.length));
            }),
        Behaviour.of(
            "ok-no-type",
            OK,
            "gives no media type",
            (asked, line) -> line.answer("200 OK", asked.bytes())),
        Behaviour.of(
            "ok-html-type", OK, "calls its feed HTML", (asked, line) -> line.html(text(asked))),
        Behaviour.of(
            "ok-octets",
            OK,
            "calls its feed a download",
            (asked, line) ->
                line.answer("200 OK\nContent-Type: application/octet-stream", asked.bytes())),
        Behaviour.of(
            "ok-odd-type",
            OK,
            "has a media type that cannot be read",
            (asked, line) -> line.answer("200 OK\nContent-Type: ;;charset=;=", asked.bytes())),
        Behaviour.of(
            "ok-latin-header",
            OK,
            "puts bytes outside ASCII into its headers",
            (asked, line) ->
                line.answer("200 M\u00fchle\nX-Where: M\u00fchle\nServer: \u00ff", asked.bytes())),
        Behaviour.of(
            "ok-203",
            OK_OR_ERROR,
            "answers through somebody who changes things",
            (asked, line) -> line.answer("203 Changed", asked.bytes())),
        Behaviour.of(
                "set-cookie-flood",
                OK,
                "sets a thousand cookies",
                (asked, line) ->
                    line.answer(
                        XML + ("\nSet-Cookie: seen=" + "1".repeat(200)).repeat(1000),
                        asked.bytes()))
            .then(
                "a cookie was sent back",
                seen -> seen.polls().stream().allMatch(one -> one.header("Cookie").isEmpty())),
        Behaviour.of(
                "echo-auth",
                OK,
                "repeats the password it is given",
                (asked, line) -> {
                  Sample feed = asked.feed();
                  String secret = "got[" + asked.header("Authorization") + "]";
                  line.xml(
                      feed.rss(
                          feed.items().stream()
                              .map(item -> item.html(item.html() + "<p>" + secret + "</p>"))
                              .toList()));
                })
            .then("a password was sent that nobody set", seen -> seen.anyBodyHolds("got[]")));
  }

  private static String text(Asked asked) {
    return new String(asked.bytes(), StandardCharsets.UTF_8);
  }

  private static void chunks(Asked asked, Line line, int... sizes) throws IOException {
    line.head(XML + "\nTransfer-Encoding: chunked");
    byte[] body = asked.bytes();
    for (int at = 0, turn = 0; at < body.length; turn++) {
      int end = Math.min(at + sizes[turn % sizes.length], body.length);
      line.chunk(Arrays.copyOfRange(body, at, end));
      at = end;
    }
    line.say("0\r\n\r\n");
  }
}
