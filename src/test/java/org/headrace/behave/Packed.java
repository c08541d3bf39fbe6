package org.headrace.behave;

import static org.headrace.behave.Wanted.ERROR;
import static org.headrace.behave.Wanted.OK;
import static org.headrace.behave.Wanted.OK_OR_ERROR;
import static org.headrace.behave.Wanted.PARTIAL;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Bodies that are packed, badly packed, and packed to burst. */
final class Packed {
  /** What a bomb holds: enough to go over every limit, or more where a run has the time. */
  private static final long BOMB = Long.getLong("behave.bomb", 64_000_000);

  private Packed() {}

  /** Wraps a stream into one that packs. */
  @FunctionalInterface
  private interface Packer {
    OutputStream over(OutputStream out) throws IOException;
  }

  static List<Behaviour> all() {
    return List.of(
        said("ok-gzip", OK, "packs with gzip", "gzip", Packed::gzip),
        said("ok-x-gzip", OK, "packs with gzip by its old name", "X-GZip", Packed::gzip),
        said("ok-br", OK, "packs with brotli", "br", Packed::brotli),
        said("ok-zstd", OK, "packs with zstd", "zstd", Packed::zstd),
        said("ok-deflate", OK, "packs with deflate, as the standard says", "deflate", Packed::zlib),
        said("ok-deflate-raw", OK, "packs with deflate, as many do", "deflate", Packed::deflate),
        said("ok-identity", OK, "names the coding that is none", "identity", body -> body),
        said("gzip-label-only", OK_OR_ERROR, "says gzip and sends plain", "gzip", body -> body),
        said("br-label-only", OK_OR_ERROR, "says brotli and sends plain", "br", body -> body),
        said("zstd-label-only", OK_OR_ERROR, "says zstd and sends plain", "zstd", body -> body),
        said("deflate-label-only", OK_OR_ERROR, "says deflate, sends plain", "deflate", b -> b),
        said("gzip-said-br", OK_OR_ERROR, "says brotli and sends gzip", "br", Packed::gzip),
        said("gzip-said-deflate", OK_OR_ERROR, "says deflate, sends gzip", "deflate", Packed::gzip),
        said("gzip-unsaid", OK, "packs and does not say so", "", Packed::gzip),
        said("gzip-identity", OK, "packs and says it did not", "identity", Packed::gzip),
        said("gzip-twice", OK, "packs twice and says so", "gzip, gzip", b -> gzip(gzip(b))),
        said("gzip-twice-once", OK, "packs twice and says once", "gzip", b -> gzip(gzip(b))),
        said("gzip-once-twice", OK_OR_ERROR, "packs once, says twice", "gzip, gzip", Packed::gzip),
        said("gzip-in-br", OK, "packs with both", "gzip, br", body -> brotli(gzip(body))),
        said("gzip-members", OK, "packs in two parts", "gzip", Packed::halves),
        said(
            "gzip-trailing", OK, "leaves zeros behind", "gzip", b -> joined(gzip(b), new byte[99])),
        said(
            "gzip-trailing-noise",
            OK_OR_ERROR,
            "leaves noise behind the packed body",
            "gzip",
            body -> joined(gzip(body), noise(99))),
        said("gzip-cut", ERROR, "cuts the packed body", "gzip", body -> cut(gzip(body), 40)),
        said("gzip-cut-checksum", ERROR, "cuts the checksum", "gzip", body -> cut(gzip(body), 5)),
        said("gzip-wrong-checksum", ERROR, "has another checksum", "gzip", b -> bent(gzip(b), 8)),
        said("gzip-wrong-size", ERROR, "gives another size", "gzip", body -> bent(gzip(body), 1)),
        said("gzip-bent", ERROR, "has a bent byte", "gzip", body -> bent(gzip(body), 300)),
        said("gzip-empty", ERROR, "packs nothing", "gzip", body -> gzip(new byte[0])),
        said("gzip-nothing", ERROR, "says packed and sends nothing", "gzip", body -> new byte[0]),
        said("br-cut", ERROR, "cuts the brotli body", "br", body -> cut(brotli(body), 40)),
        said("zstd-cut", ERROR, "cuts the zstd body", "zstd", body -> cut(zstd(body), 40)),
        said(
            "deflate-cut", ERROR, "cuts the deflated body", "deflate", body -> cut(zlib(body), 40)),
        said("deflate-raw-cut", ERROR, "cuts it raw", "deflate", body -> cut(deflate(body), 40)),
        said(
            "br-bent", PARTIAL, "has a bent byte in brotli", "br", body -> bent(brotli(body), 200)),
        said("zstd-bent", ERROR, "has a bent byte in zstd", "zstd", body -> bent(zstd(body), 300)),
        said(
            "zstd-skippable",
            OK,
            "puts a frame to be skipped first",
            "zstd",
            body -> joined(new byte[] {0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9}, zstd(body))),
        said("zstd-frames", OK, "packs in two frames", "zstd", Packed::zstdHalves),
        said("coding-unknown", ERROR, "packs in its own way", "mill", body -> noise(900)),
        said("coding-compress", ERROR, "packs as in 1985", "compress", body -> noise(900)),
        said("coding-utf8", OK_OR_ERROR, "takes the charset for a coding", "UTF-8", body -> body),
        said("coding-none", OK_OR_ERROR, "calls no coding none", "none", body -> body),
        said(
            "coding-many",
            ERROR,
            "packs nine times",
            "gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip",
            Packed::gzip),
        bomb("gzip-bomb", "gzip", GZIPOutputStream::new, Long.MAX_VALUE).megabytes(8),
        small("gzip-bomb-small", "gzip", GZIPOutputStream::new, BOMB),
        small("gzip-bomb-unsaid", "", GZIPOutputStream::new, BOMB),
        small("br-bomb", "br", Packed::brotliStream, BOMB),
        small("zstd-bomb", "zstd", ZstdOutputStream::new, BOMB),
        small("deflate-bomb", "deflate", DeflaterOutputStream::new, BOMB),
        small(
            "gzip-twice-bomb",
            "gzip, gzip",
            out -> new GZIPOutputStream(new GZIPOutputStream(out)),
            BOMB),
        small("gzip-in-br-bomb", "gzip, br", Packed::gzipInBrotli, BOMB),
        Behaviour.of(
            "gzip-bomb-feed",
            ERROR,
            "is a feed with a text of a hundred megabytes",
            (asked, line) -> {
              ByteArrayOutputStream packed = new ByteArrayOutputStream();
              try (OutputStream out = new GZIPOutputStream(packed)) {
                out.write("<rss><channel><item><title>x</title><description>".getBytes(UTF));
                fill(out, 100_000_000);
                out.write("</description></item></channel></rss>".getBytes(UTF));
              }
              line.answer("200 OK\nContent-Encoding: gzip", packed.toByteArray());
            }),
        Behaviour.of(
            "gzip-empty-members",
            ERROR,
            "packs nothing again and again",
            (asked, line) -> {
              byte[] members = repeated(gzip(new byte[0]), 2000);
              line.head("200 OK\nContent-Encoding: gzip").forEver(members, 0);
            }),
        Behaviour.of(
            "gzip-endless-name",
            ERROR,
            "names the packed file without end",
            (asked, line) ->
                line.head("200 OK\nContent-Encoding: gzip")
                    .say(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 3})
                    .forEver("n".repeat(9000), 0)),
        Behaviour.of(
            "zstd-endless-skip",
            ERROR,
            "has a frame to be skipped without end",
            (asked, line) ->
                line.head("200 OK\nContent-Encoding: zstd")
                    .say(new byte[] {0x50, 0x2a, 0x4d, 0x18, -1, -1, -1, -1})
                    .forEver("n".repeat(9000), 0)));
  }

  private static final java.nio.charset.Charset UTF = StandardCharsets.UTF_8;

  @FunctionalInterface
  private interface Packing {
    byte[] of(byte[] body) throws IOException;
  }

  private static Behaviour said(
      String name, Wanted wanted, String what, String coding, Packing packing) {
    String header = coding.isEmpty() ? "" : "\nContent-Encoding: " + coding;
    return Behaviour.of(
        name,
        wanted,
        what,
        (asked, line) ->
            line.answer("200 OK\nContent-Type: text/xml" + header, packing.of(asked.bytes())));
  }

  private static Behaviour small(String name, String coding, Packer packer, long size) {
    String header = coding.isEmpty() ? "" : "\nContent-Encoding: " + coding;
    return Behaviour.of(
        name,
        ERROR,
        "packs much into little with " + (coding.isEmpty() ? "gzip, unsaid" : coding),
        (asked, line) -> {
          ByteArrayOutputStream packed = new ByteArrayOutputStream();
          try (OutputStream out = packer.over(packed)) {
            fill(out, size);
          }
          line.answer("200 OK" + header, packed.toByteArray());
        });
  }

  private static Behaviour bomb(String name, String coding, Packer packer, long size) {
    return Behaviour.of(
        name,
        ERROR,
        "packs nothings without end with " + coding,
        (asked, line) -> {
          line.head("200 OK\nContent-Encoding: " + coding);
          try (OutputStream out = packer.over(stream(line))) {
            fill(out, size);
          }
        });
  }

  private static OutputStream stream(Line line) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        line.say(new byte[] {(byte) one});
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        line.say(Arrays.copyOfRange(bytes, from, from + length));
      }
    };
  }

  private static void fill(OutputStream out, long size) throws IOException {
    byte[] block = new byte[64 * 1024];
    for (long left = size; left > 0; left -= block.length) {
      out.write(block, 0, (int) Math.min(left, block.length));
    }
  }

  private static OutputStream brotliStream(OutputStream out) throws IOException {
    Brotli4jLoader.ensureAvailability();
    return new BrotliOutputStream(out, Encoder.Parameters.create(3));
  }

  private static OutputStream gzipInBrotli(OutputStream out) throws IOException {
    return new GZIPOutputStream(brotliStream(out));
  }

  static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    }
    return packed.toByteArray();
  }

  static byte[] brotli(byte[] body) throws IOException {
    Brotli4jLoader.ensureAvailability();
    return Encoder.compress(body, Encoder.Parameters.create(5));
  }

  static byte[] zstd(byte[] body) {
    try (ZstdCompressCtx packer = new ZstdCompressCtx()) {
      return packer.setChecksum(true).compress(body);
    }
  }

  private static byte[] zlib(byte[] body) throws IOException {
    return deflated(body, false);
  }

  private static byte[] deflate(byte[] body) throws IOException {
    return deflated(body, true);
  }

  private static byte[] deflated(byte[] body, boolean raw) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
    try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(body);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private static byte[] halves(byte[] body) throws IOException {
    int half = body.length / 2;
    return joined(
        gzip(Arrays.copyOf(body, half)), gzip(Arrays.copyOfRange(body, half, body.length)));
  }

  private static byte[] zstdHalves(byte[] body) {
    int half = body.length / 2;
    return joined(
        zstd(Arrays.copyOf(body, half)), zstd(Arrays.copyOfRange(body, half, body.length)));
  }

  static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] repeated(byte[] part, int times) {
    byte[] all = new byte[part.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(part, 0, all, i * part.length, part.length);
    }
    return all;
  }

  private static byte[] cut(byte[] whole, int less) {
    return Arrays.copyOf(whole, whole.length - less);
  }

  private static byte[] bent(byte[] whole, int fromEnd) {
    byte[] bent = whole.clone();
    bent[Math.max(12, bent.length - fromEnd)] ^= 0x55;
    return bent;
  }

  static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    return noise;
  }
}
