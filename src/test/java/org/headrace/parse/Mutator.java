package org.headrace.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages documents, the same way each time for the same seed. */
public final class Mutator {
  private static final int MOST_AT_ONCE = 6;

  /** What parsers stumble over. */
  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "</",
          "/>",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?xml ",
          "?>",
          "<!DOCTYPE rss [",
          "<!ENTITY a \"aaaaaaaa\">",
          "&a;",
          "&#0;",
          "&#x110000;",
          "&#xD800;",
          "&amp;amp;",
          "<item>",
          "</item>",
          "<entry>",
          "<rss>",
          "<channel>",
          "<feed>",
          "<title>",
          "xmlns:a='b'",
          " xml:base='http://['",
          " xml:lang=\"\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\\u0000",
          "\\ud800",
          "null",
          "1e999",
          "\u0000",
          "\uFEFF",
          "\uFFFE",
          "<a ",
          "</a>",
          "<div>",
          "<svg>",
          "<pubDate>99999999999</pubDate>",
          "<link href=\"//\">",
          "<enclosure length=\"-1\" url=\"%%\"/>",
          "<guid isPermaLink='true'>\\</guid>",
          "http://[::1",
          "mailto:",
          "<a><b></a></b>",
          "encoding=\"utf-16\"",
          "encoding=\"x\"");

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          StandardCharsets.ISO_8859_1,
          Charset.forName("UTF-32"),
          Charset.forName("windows-1251"),
          Charset.forName("Shift_JIS"),
          Charset.forName("GB18030"),
          Charset.forName("ISO-2022-JP"),
          Charset.forName("IBM037"));

  private final SplittableRandom random;
  private final int largest;

  /** The same damage for the same {@code seed}, and never more than {@code largest} bytes. */
  public Mutator(long seed, int largest) {
    this.random = new SplittableRandom(seed);
    this.largest = largest;
  }

  /** {@code document} with some damage; {@code other} may lend pieces. */
  public byte[] damage(byte[] document, byte[] other) {
    byte[] damaged = document;
    int times = 1 + random.nextInt(MOST_AT_ONCE);
    for (int i = 0; i < times && damaged.length > 0; i++) {
      byte[] next = once(damaged, other);
      damaged = next.length > largest ? slice(next, 0, largest) : next;
    }
    return damaged;
  }

  private byte[] once(byte[] document, byte[] other) {
    int at = random.nextInt(document.length);
    int end = Math.min(document.length, at + 1 + random.nextInt(1 + random.nextInt(2_000)));
    return switch (random.nextInt(12)) {
      case 0 -> flipped(document);
      case 1 -> slice(document, 0, at);
      case 2 -> slice(document, at, document.length);
      case 3 -> join(slice(document, 0, at), slice(document, end, document.length));
      case 4 -> insert(document, at, piece());
      case 5 -> insert(document, at, times(piece(), 1 << random.nextInt(17)));
      case 6 -> insert(document, at, times(slice(document, at, end), 1 << random.nextInt(10)));
      case 7 -> insert(document, at, slice(other, 0, random.nextInt(other.length + 1)));
      case 8 -> nested(document, at);
      case 9 -> recoded(document);
      case 10 -> swapped(document, at, end);
      default -> longAttribute(document, at);
    };
  }

  private byte[] flipped(byte[] document) {
    byte[] flipped = document.clone();
    int count = 1 + random.nextInt(1 + document.length / 50);
    for (int i = 0; i < count; i++) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private byte[] nested(byte[] document, int at) {
    String name =
        List.of("a", "item", "entry", "channel", "div", "media:group", "x").get(random.nextInt(7));
    int depth = 1 << random.nextInt(18);
    byte[] open = times(("<" + name + ">").getBytes(StandardCharsets.UTF_8), depth);
    byte[] close = times(("</" + name + ">").getBytes(StandardCharsets.UTF_8), depth);
    byte[] json = times("[{\"items\":".getBytes(StandardCharsets.UTF_8), depth);
    return switch (random.nextInt(3)) {
      case 0 -> insert(document, at, open);
      case 1 -> insert(document, at, join(open, close));
      default -> insert(document, at, json);
    };
  }

  private byte[] recoded(byte[] document) {
    Charset from = CHARSETS.get(random.nextInt(CHARSETS.size()));
    Charset to = CHARSETS.get(random.nextInt(CHARSETS.size()));
    return new String(document, from).getBytes(to);
  }

  private byte[] swapped(byte[] document, int start, int end) {
    byte[] middle = slice(document, start, end);
    byte[] rest = join(slice(document, 0, start), slice(document, end, document.length));
    return insert(rest, random.nextInt(rest.length + 1), middle);
  }

  private byte[] longAttribute(byte[] document, int at) {
    byte[] value = times(piece(), 1 << random.nextInt(16));
    byte[] start = " title=\"".getBytes(StandardCharsets.UTF_8);
    return insert(document, at, join(start, join(value, new byte[] {'"'})));
  }

  private byte[] piece() {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] times(byte[] piece, int count) {
    int most = Math.min(count, largest / Math.max(1, piece.length));
    ByteArrayOutputStream all = new ByteArrayOutputStream(piece.length * most);
    for (int i = 0; i < most; i++) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  private static byte[] insert(byte[] document, int at, byte[] piece) {
    return join(join(slice(document, 0, at), piece), slice(document, at, document.length));
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] slice(byte[] document, int start, int end) {
    return Arrays.copyOfRange(document, start, end);
  }
}
