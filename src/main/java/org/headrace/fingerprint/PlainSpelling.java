package org.headrace.fingerprint;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Gives texts that read alike one spelling: entities left over are decoded, UTF-8 that was read as
 * windows-1252 is read again, compatible characters are made one (Unicode NFKC), Latin accents and
 * what cannot be seen are dropped.
 */
final class PlainSpelling {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int FIRST_LATIN_ACCENT = 0x300;
  private static final int LAST_LATIN_ACCENT = 0x36F;

  private PlainSpelling() {}

  static String of(String text) {
    String reread = rereadForeign(Entities.decode(text));
    return isAscii(reread) ? reread : seen(Normalizer.normalize(reread, Normalizer.Form.NFKD));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** What can be seen, composed again: letters of scripts that live by their marks keep them. */
  private static String seen(String decomposed) {
    StringBuilder kept = new StringBuilder(decomposed.length());
    decomposed.codePoints().filter(PlainSpelling::isSeen).forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFC);
  }

  private static boolean isSeen(int c) {
    return !(c >= FIRST_LATIN_ACCENT && c <= LAST_LATIN_ACCENT)
        && (Character.getType(c) != Character.FORMAT);
  }

  /** Reads each stretch of non-ASCII characters again as UTF-8 wherever that makes sense. */
  private static String rereadForeign(String text) {
    StringBuilder read = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && text.charAt(end) >= 0x80) {
        end++;
      }
      if (end > i) {
        String foreign = text.substring(i, end);
        read.append(end - i > 1 ? reread(foreign) : foreign);
        i = end;
      } else {
        read.append(text.charAt(i++));
      }
    }
    return read.toString();
  }

  private static String reread(String foreign) {
    try {
      ByteBuffer bytes = bytesBehind(foreign);
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return foreign; // it was read rightly
    }
  }

  private static ByteBuffer bytesBehind(String foreign) throws CharacterCodingException {
    ByteBuffer bytes = ByteBuffer.allocate(foreign.length());
    for (int i = 0; i < foreign.length(); i++) {
      char c = foreign.charAt(i);
      if (c < 0xA0) { // a C1 control stands for the byte that windows-1252 leaves open
        bytes.put((byte) c);
      } else {
        bytes.put(WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(new char[] {c})));
      }
    }
    return bytes.flip();
  }
}
