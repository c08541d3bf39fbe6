package org.headrace.parse;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of encodings: where documents and headers state them, and what the web means by them. */
final class CharsetName {
  private static final int DECLARATION_WITHIN = 4096;

  /**
   * What browsers read where a smaller or misspelt encoding is named.
   *
   * @see <a href="https://encoding.spec.whatwg.org/#names-and-labels">WHATWG Encoding, 4.2</a>
   */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso_8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("cp1252", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gb_2312-80", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("unicode", "UTF-16LE"));

  private CharsetName() {}

  /** The encoding of that name; empty if there is none. */
  static Optional<Charset> charset(String name) {
    String label = name.strip().toLowerCase(Locale.ROOT);
    try {
      return Optional.of(Charset.forName(MEANT.getOrDefault(label, label)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  /** True for what a server says when nobody told it anything. */
  static boolean isWestern(Charset charset) {
    return charset.name().equals("windows-1252");
  }

  /** The {@code charset} parameter of a Content-Type header. */
  static Optional<String> inHeader(String contentType) {
    return after("charset", contentType, 0);
  }

  /** The encoding in the XML declaration, wherever junk may have pushed it. */
  static Optional<String> inDeclaration(byte[] bytes) {
    int length = Math.min(bytes.length, DECLARATION_WITHIN);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    int start = head.indexOf("<?xml");
    int end = head.indexOf("?>", Math.max(start, 0));
    return start < 0 || end < 0
        ? Optional.empty()
        : after("encoding", head.substring(start, end), 0);
  }

  /** What follows {@code word}, an equals sign, and perhaps a quote. */
  private static Optional<String> after(String word, String text, int from) {
    int found = text.toLowerCase(Locale.ROOT).indexOf(word, from);
    if (found < 0) {
      return Optional.empty();
    }
    int start = found + word.length();
    while (start < text.length() && " \t\n\r=:\"'".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < text.length() && " \t\n\r;,\"'".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return Optional.of(text.substring(start, end)).filter(name -> !name.isEmpty());
  }
}
