package org.headrace.behave;

import static org.headrace.behave.Wanted.ERROR;
import static org.headrace.behave.Wanted.OK;
import static org.headrace.behave.Wanted.OK_OR_ERROR;
import static org.headrace.behave.Wanted.PARTIAL;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Where a message begins and ends: lengths, chunks, lines, resets. */
final class Framing {
  private static final String CHUNKED =
      "200 OK\nContent-Type: text/xml\nTransfer-Encoding: chunked";

  private Framing() {}

  static List<Behaviour> all() {
    return List.of(
        // lengths
        Behaviour.of(
            "cl-and-te",
            OK_OR_ERROR,
            "gives a length and sends chunks",
            (asked, line) ->
                line.head(CHUNKED + "\nContent-Length: 10").chunk(asked.bytes()).say("0\r\n\r\n")),
        Behaviour.of(
                "cl-huge",
                ERROR,
                "announces eight exbibytes",
                (asked, line) ->
                    line.head("200 OK\nContent-Length: 9223372036854775808")
                        .say(asked.bytes())
                        .silence())
            .megabytes(1),
        Behaviour.of(
                "cl-large",
                ERROR,
                "announces nine exbibytes less one, and sends without end",
                (asked, line) ->
                    line.head("200 OK\nContent-Length: 9223372036854775807")
                        .say(asked.bytes())
                        .forEver(" ".repeat(1000), 0))
            .megabytes(8),
        length("cl-negative", "-5"),
        length("cl-words", "many"),
        length("cl-hex", "0x100"),
        length("cl-fraction", "10.5"),
        Behaviour.of(
            "cl-empty",
            OK_OR_ERROR,
            "gives an empty length",
            (asked, line) -> line.head("200 OK\nContent-Length: ").say(asked.bytes())),
        Behaviour.of(
            "cl-plus",
            OK_OR_ERROR,
            "gives its length with a sign",
            (asked, line) ->
                line.head("200 OK\nContent-Length: +" + asked.bytes().length).say(asked.bytes())),
        Behaviour.of(
            "cl-two",
            Wanted.PARTIAL,
            "gives two lengths that differ",
            (asked, line) ->
                line.head("200 OK\nContent-Length: 500\nContent-Length: " + asked.bytes().length)
                    .say(asked.bytes())),
        Behaviour.of(
            "cl-list",
            Wanted.PARTIAL,
            "gives a list of lengths",
            (asked, line) ->
                line.head("200 OK\nContent-Length: 500, " + asked.bytes().length)
                    .say(asked.bytes())),
        Behaviour.of(
            "cl-too-long",
            ERROR,
            "announces more than it sends",
            (asked, line) ->
                line.head("200 OK\nContent-Length: " + (asked.bytes().length + 100))
                    .say(asked.bytes())),
        Behaviour.of(
            "cl-too-short",
            PARTIAL,
            "sends more than it announces",
            (asked, line) ->
                line.head("200 OK\nContent-Length: " + (asked.bytes().length - 200))
                    .say(asked.bytes())),
        Behaviour.of(
            "cl-zero",
            ERROR,
            "announces nothing and sends a feed",
            (asked, line) -> line.head("200 OK\nContent-Length: 0").say(asked.bytes())),
        // chunks
        Behaviour.of(
            "chunk-bad",
            ERROR,
            "sends a chunk whose size is no number",
            (asked, line) -> line.head(CHUNKED).chunk(asked.bytes()).say("zz\r\nabc\r\n")),
        Behaviour.of(
            "chunk-cut",
            ERROR,
            "sends no last chunk",
            (asked, line) -> line.head(CHUNKED).chunk(asked.bytes())),
        Behaviour.of(
            "chunk-short",
            ERROR,
            "ends within a chunk",
            (asked, line) ->
                line.head(CHUNKED).say("fff\r\n").say(Arrays.copyOf(asked.bytes(), 99))),
        Behaviour.of(
            "chunk-overflow",
            ERROR,
            "sends a chunk size of more than 64 bits",
            (asked, line) -> line.head(CHUNKED).say("10000000000000010\r\n").say(asked.bytes())),
        Behaviour.of(
            "chunk-negative",
            ERROR,
            "sends a chunk size below nothing",
            (asked, line) -> line.head(CHUNKED).say("-10\r\n").say(asked.bytes())),
        Behaviour.of(
            "chunk-no-size",
            ERROR,
            "says chunks and sends none",
            (asked, line) -> line.head(CHUNKED).say(asked.bytes())),
        Behaviour.of(
            "chunk-no-end",
            ERROR,
            "puts no line end behind a chunk",
            (asked, line) -> line.head(CHUNKED).say("5\r\n<rss ").say("5\r\n/>   0\r\n\r\n")),
        Behaviour.of(
            "chunk-no-final-line",
            OK_OR_ERROR,
            "leaves out the empty line behind the last chunk",
            (asked, line) -> line.head(CHUNKED).chunk(asked.bytes()).say("0\r\n")),
        Behaviour.of(
            "chunk-behind-the-last",
            OK,
            "sends garbage behind the last chunk",
            (asked, line) ->
                line.head(CHUNKED).chunk(asked.bytes()).say("0\r\n\r\n").say("x".repeat(5000))),
        Behaviour.of(
            "te-unknown",
            OK_OR_ERROR,
            "names a transfer coding that does not exist",
            (asked, line) -> line.head("200 OK\nTransfer-Encoding: folded").say(asked.bytes())),
        Behaviour.of(
            "te-identity",
            OK_OR_ERROR,
            "names the transfer coding that was abolished",
            (asked, line) -> line.head("200 OK\nTransfer-Encoding: identity").say(asked.bytes())),
        Behaviour.of(
            "te-twice",
            OK_OR_ERROR,
            "names chunked twice",
            (asked, line) ->
                line.head(CHUNKED + "\nTransfer-Encoding: chunked")
                    .chunk(asked.bytes())
                    .say("0\r\n\r\n")),
        Behaviour.of(
            "te-gzip",
            OK_OR_ERROR,
            "packs the transfer though nobody asked",
            (asked, line) ->
                line.head("200 OK\nTransfer-Encoding: gzip, chunked")
                    .chunk(Packed.gzip(asked.bytes()))
                    .say("0\r\n\r\n")),
        // ends
        Behaviour.of("reset-accept", ERROR, "resets at once", (asked, line) -> line.reset()),
        Behaviour.of(
            "reset-headers",
            ERROR,
            "resets within the headers",
            (asked, line) -> line.say("HTTP/1.1 200 OK\r\nContent-T").pause(50).reset()),
        Behaviour.of(
            "reset-body",
            ERROR,
            "resets within the body",
            (asked, line) ->
                line.head("200 OK\nContent-Length: " + asked.bytes().length)
                    .say(Arrays.copyOf(asked.bytes(), asked.bytes().length - 150))
                    .pause(50)
                    .reset()),
        Behaviour.of(
            "reset-chunk",
            ERROR,
            "resets between two chunks",
            (asked, line) -> line.head(CHUNKED).chunk(asked.bytes()).pause(50).reset()),
        Behaviour.of(
            "reset-close",
            OK_OR_ERROR,
            "gives no length and resets behind the body",
            (asked, line) -> line.head("200 OK").say(asked.bytes()).pause(50).reset()),
        Behaviour.of("close-silent", ERROR, "closes without a word", (asked, line) -> {}),
        Behaviour.of(
            "close-status",
            ERROR,
            "closes within the status line",
            (asked, line) -> line.say("HTTP/1.1 20")),
        Behaviour.of(
            "close-headers",
            ERROR,
            "closes within the headers",
            (asked, line) -> line.say("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n")),
        // lines
        Behaviour.of("http09", ERROR, "speaks HTTP/0.9", (asked, line) -> line.say(asked.bytes())),
        Behaviour.of(
            "bad-status",
            ERROR,
            "gives a status that is no number",
            (asked, line) -> line.say("HTTP/1.1 two OK\r\n\r\n").say(asked.bytes())),
        Behaviour.of(
            "status-0",
            ERROR,
            "gives status 000",
            (asked, line) -> line.say("HTTP/1.1 000 Hm\r\n\r\n").say(asked.bytes())),
        Behaviour.of(
            "status-1234",
            ERROR,
            "gives a status of four figures",
            (asked, line) -> line.say("HTTP/1.1 2000 OK\r\n\r\n").say(asked.bytes())),
        Behaviour.of(
            "http3",
            OK_OR_ERROR,
            "claims to speak HTTP/3.0 in plain text",
            (asked, line) -> line.say("HTTP/3.0 200 OK\r\n\r\n").say(asked.bytes())),
        Behaviour.of(
            "http2-preface",
            ERROR,
            "answers with frames of HTTP/2",
            (asked, line) -> line.say("\0\0\u0006\u0004\0\0\0\0\0\0\u0003\0\0\0d".repeat(9))),
        Behaviour.of(
            "garbage",
            ERROR,
            "answers with noise",
            (asked, line) -> line.say(new String(Packed.noise(9000), StandardCharsets.ISO_8859_1))),
        Behaviour.of(
            "ssh",
            ERROR,
            "is another kind of server",
            (asked, line) -> line.say("SSH-2.0-Mill\r\n")),
        header("header-no-colon", "this is no header"),
        header("header-space", "Content-Language : en"),
        header("header-no-name", ": nameless"),
        header("header-nul", "X-Nul: a\0b"),
        header("header-bare-cr", "X-Cr: a\rContent-Length: 3"),
        Behaviour.of(
            "header-first-folded",
            OK_OR_ERROR,
            "folds the first header",
            (asked, line) -> line.say("HTTP/1.1 200 OK\r\n folded\r\n\r\n").say(asked.bytes())),
        Behaviour.of(
            "blank-lines",
            OK_OR_ERROR,
            "begins with empty lines",
            (asked, line) -> line.say("\r\n\r\n").xml(asked.bytes())));
  }

  private static Behaviour length(String name, String length) {
    return Behaviour.of(
        name,
        ERROR,
        "gives its length as " + length,
        (asked, line) -> line.head("200 OK\nContent-Length: " + length).say(asked.bytes()));
  }

  private static Behaviour header(String name, String header) {
    return Behaviour.of(
        name,
        OK_OR_ERROR,
        "has a broken header",
        (asked, line) -> line.answer("200 OK\n" + header, asked.bytes()));
  }
}
