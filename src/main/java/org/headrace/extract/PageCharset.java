package org.headrace.extract;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.headrace.model.Page;

/**
 * Turns a page's bytes into characters. A byte order mark is believed, then the header, then the
 * page's own declaration; but bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever was said,
 * and bytes that cannot be UTF-8 are not.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#names-and-labels">WHATWG Encoding, labels</a>
 */
final class PageCharset {
  /** Longer pages are cut here: 12 MB is far beyond any article. */
  private static final int MOST_BYTES = 12 << 20;

  private static final int DECLARED_WITHIN = 16 << 10;
  private static final int GUESSED_FROM = 64 << 10;
  private static final int BROKEN_PER_THOUSAND = 50;

  private PageCharset() {}

  static String decode(Page page) {
    byte[] body = page.body();
    int length = Math.min(body.length, MOST_BYTES);
    int mark = byteOrderMark(body, length);
    Charset charset = charset(page.contentType(), body, length);
    return new String(body, mark, length - mark, charset);
  }

  private static Charset charset(String contentType, byte[] body, int length) {
    if (startsWith(body, length, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(body, length, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(body, length, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    Optional<Charset> said =
        named(contentType, "charset").or(() -> declared(body, Math.min(length, DECLARED_WITHIN)));
    Utf8 utf8 = Utf8.read(body, length);
    if (utf8.beyondAscii() > 0 && utf8.broken() == 0) {
      return StandardCharsets.UTF_8;
    }
    if (said.isPresent() && !said.get().equals(StandardCharsets.UTF_8)) {
      return said.get();
    }
    if (utf8.broken() * 1000L <= (long) utf8.beyondAscii() * BROKEN_PER_THOUSAND) {
      return StandardCharsets.UTF_8;
    }
    return guessed(body, length);
  }

  private static int byteOrderMark(byte[] body, int length) {
    if (startsWith(body, length, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return startsWith(body, length, 0xFF, 0xFE) || startsWith(body, length, 0xFE, 0xFF) ? 2 : 0;
  }

  private static boolean startsWith(byte[] body, int length, int... mark) {
    if (length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((body[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** What a {@code meta} element or an XML declaration near the start says. */
  private static Optional<Charset> declared(byte[] body, int length) {
    String start = new String(body, 0, length, StandardCharsets.ISO_8859_1);
    String lower = start.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<?xml")) {
      int end = lower.indexOf("?>");
      Optional<Charset> xml = named(lower.substring(0, Math.max(end, 0)), "encoding");
      if (xml.isPresent()) {
        return xml;
      }
    }
    for (int meta = lower.indexOf("<meta"); meta >= 0; meta = lower.indexOf("<meta", meta + 5)) {
      int end = lower.indexOf('>', meta);
      Optional<Charset> found =
          named(lower.substring(meta, end < 0 ? lower.length() : end), "charset");
      if (found.isPresent()) {
        // A page whose bytes could be read as ASCII so far is not UTF-16, whatever it says.
        return found.map(c -> c.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : c);
      }
    }
    return Optional.empty();
  }

  /** The charset in {@code key = "label"} within {@code text}. */
  private static Optional<Charset> named(String text, String key) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (int at = lower.indexOf(key); at >= 0; at = lower.indexOf(key, at + key.length())) {
      int i = skip(lower, at + key.length(), " \t\r\n");
      if (i < lower.length() && lower.charAt(i) == '=') {
        i = skip(lower, i + 1, " \t\r\n\"'");
        int end = i;
        while (end < lower.length() && " \t\r\n\"';,/>".indexOf(lower.charAt(end)) < 0) {
          end++;
        }
        return labelled(lower.substring(i, end));
      }
    }
    return Optional.empty();
  }

  private static int skip(String text, int from, String characters) {
    int i = from;
    while (i < text.length() && characters.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static Optional<Charset> labelled(String label) {
    String name =
        switch (label) {
          case "utf8", "unicode-1-1-utf-8", "utf-8mb4" -> "UTF-8";
          case "iso-8859-1", "iso8859-1", "latin1", "l1", "us-ascii", "ascii", "ansi" ->
              "windows-1252";
          case "iso-8859-9", "latin5" -> "windows-1254";
          case "gb2312", "gb_2312-80", "gbk", "x-gbk" -> "GB18030";
          case "ks_c_5601-1987", "euc-kr", "ksc5601" -> "x-windows-949";
          case "shift_jis", "sjis", "x-sjis", "shift-jis" -> "windows-31j";
          case "tis-620", "iso-8859-11" -> "x-windows-874";
          case "big5", "big5-hkscs" -> "Big5-HKSCS";
          default -> label;
        };
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static Charset guessed(byte[] body, int length) {
    byte[] sample = Arrays.copyOf(body, Math.min(length, GUESSED_FROM));
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    CharsetMatch match = detector.setText(sample).detect();
    return match == null
        ? Charset.forName("windows-1252")
        : labelled(match.getName().toLowerCase(Locale.ROOT))
            .orElse(Charset.forName("windows-1252"));
  }
}
