package org.headrace.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Escapes in addresses, always UTF-8.
 *
 * @see <a href="https://url.spec.whatwg.org/#percent-encoded-bytes">WHATWG URL Standard, 1.3</a>
 */
final class PercentEncoding {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentEncoding() {}

  static String path(String text) {
    return encode(text, "\"#<>?^`{}");
  }

  static String query(String text) {
    return encode(text, "\"#<>'");
  }

  static String fragment(String text) {
    return encode(text, "\"<>`");
  }

  static String userInfo(String text) {
    return encode(text, "\"#<>?^`{}/;=@[\\]|");
  }

  /** Escapes what {@code java.net.URI} refuses in a path although browsers write it. */
  static String strictPath(String text) {
    return strict(text, "\"<>\\^`{|}[]");
  }

  /** Escapes what {@code java.net.URI} refuses in a query or fragment. */
  static String strictQuery(String text) {
    return strict(text, "\"<>\\^`{|}#");
  }

  /** True if {@code java.net.URI} takes the text in every place as it is. */
  static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '-' && c <= '9') || (c >= 'A' && c <= 'Z');
      if (!letter && "_~=&+,;:@!$".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String strict(String text, String refused) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean lonePercent = c == '%' && byteAt(text, at) < 0;
      if (lonePercent || refused.indexOf(c) >= 0) {
        escape(out, (byte) c);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Undoes every escape; what is no escape stays, bytes that are no UTF-8 become U+FFFD. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < raw.length; at++) {
      int escaped = raw[at] == '%' ? byteAt(raw, at) : -1;
      bytes.write(escaped < 0 ? raw[at] : escaped);
      at += escaped < 0 ? 0 : 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Undoes escapes of letters, digits and {@code - . _ ~}, writes the others in upper case. */
  static String leastEscaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      int escaped = text.charAt(at) == '%' ? byteAt(text, at) : -1;
      if (escaped < 0) {
        out.append(text.charAt(at));
      } else if (isUnreserved(escaped)) {
        out.append((char) escaped);
        at += 2;
      } else {
        escape(out, (byte) escaped);
        at += 2;
      }
    }
    return out.toString();
  }

  private static String encode(String text, String also) {
    return isEncoded(text, also) ? text : encoded(text, also);
  }

  private static boolean isEncoded(String text, String also) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '-' && c <= '9') || (c >= 'A' && c <= 'Z');
      if (!letter && (c <= ' ' || c >= 0x7f || also.indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private static String encoded(String text, String also) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> encode(out, point, also));
    return out.toString();
  }

  private static void encode(StringBuilder out, int point, String also) {
    if (point > ' ' && point < 0x7f && also.indexOf(point) < 0) {
      out.append((char) point);
      return;
    }
    boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    for (byte b : Character.toString(lone ? 0xfffd : point).getBytes(StandardCharsets.UTF_8)) {
      escape(out, b);
    }
  }

  private static void escape(StringBuilder out, byte b) {
    out.append('%').append(HEX.toHexDigits(b));
  }

  private static boolean isUnreserved(int c) {
    return (c >= '0' && c <= '9')
        || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  /** True if the sign at {@code percent}, a percent sign, begins an escape. */
  static boolean isEscape(String text, int percent) {
    return byteAt(text, percent) >= 0;
  }

  private static int byteAt(String text, int percent) {
    return percent + 2 < text.length()
        ? hex(text.charAt(percent + 1), text.charAt(percent + 2))
        : -1;
  }

  private static int byteAt(byte[] text, int percent) {
    return percent + 2 < text.length ? hex(text[percent + 1], text[percent + 2]) : -1;
  }

  /** -1 if the two are no hexadecimal digits. */
  private static int hex(int high, int low) {
    return HexFormat.isHexDigit(high) && HexFormat.isHexDigit(low)
        ? HexFormat.fromHexDigit(high) * 16 + HexFormat.fromHexDigit(low)
        : -1;
  }
}
