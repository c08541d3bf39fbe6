package org.headrace.parse;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out which encoding bytes are in and decodes them. The bytes outrank what is said about
 * them: a byte order mark, zero bytes, and valid UTF-8 first; then the header (RFC 7303), then the
 * declaration; then a guess. What is announced as UTF-8 but is not gets its odd bytes read as
 * windows-1252.
 */
final class ByteSniffer {
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final int SAMPLE = 4096;
  private static final int LEAST_CONFIDENCE = 40;

  private record Mark(Charset charset, byte... bytes) {}

  /** Longer marks first: that of UTF-32LE begins like that of UTF-16LE. */
  private static final List<Mark> MARKS =
      List.of(
          new Mark(UTF_32LE, (byte) 0xFF, (byte) 0xFE, (byte) 0, (byte) 0),
          new Mark(UTF_32BE, (byte) 0, (byte) 0, (byte) 0xFE, (byte) 0xFF),
          new Mark(StandardCharsets.UTF_8, (byte) 0xEF, (byte) 0xBB, (byte) 0xBF),
          new Mark(StandardCharsets.UTF_16LE, (byte) 0xFF, (byte) 0xFE),
          new Mark(StandardCharsets.UTF_16BE, (byte) 0xFE, (byte) 0xFF));

  private final byte[] bytes;
  private final RepairLog repairs;

  private ByteSniffer(byte[] bytes, RepairLog repairs) {
    this.bytes = bytes;
    this.repairs = repairs;
  }

  /** Decodes a document. Characters that XML forbids are left out. */
  static Decoded decode(byte[] bytes, String contentType, RepairLog repairs) {
    ByteSniffer sniffer = new ByteSniffer(bytes, repairs);
    Decoded raw = sniffer.decode(contentType);
    sniffer.noteContradiction(raw.encoding());
    String text = raw.text();
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\uFEFF') {
      start++;
    }
    String clean = XmlCharacters.clean(text.substring(start));
    if (clean.length() < text.length() - start) {
      repairs.add("characters that XML forbids were left out");
    }
    return new Decoded(oneLineEnd(clean), raw.encoding());
  }

  /** UTF-16 is said of what has it by both byte orders, and nobody says which. */
  private void noteContradiction(String real) {
    Optional<Charset> stated = CharsetName.inDeclaration(bytes).flatMap(CharsetName::charset);
    boolean other =
        stated
            .map(charset -> charset.name().toLowerCase(Locale.ROOT))
            .filter(name -> !real.startsWith(name) && !name.startsWith(real))
            .isPresent();
    if (other && holdsMoreThanAscii()) {
      repairs.add("the document is in " + real + ", not in the encoding it states");
    }
  }

  private boolean holdsMoreThanAscii() {
    for (byte b : bytes) {
      if (b < 0) {
        return true;
      }
    }
    return false;
  }

  private static String oneLineEnd(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private Decoded decode(String contentType) {
    Optional<Charset> obvious = marked().or(this::zeroes);
    if (obvious.isPresent()) {
      return in(obvious.get());
    }
    Utf8Reading utf8 = Utf8Reading.of(bytes);
    if (utf8.isValid() && utf8.sequences() > 0) {
      return new Decoded(utf8.text(), "utf-8");
    }
    Optional<Charset> said = said(contentType, utf8);
    if (said.isPresent()) {
      return in(said.get());
    }
    if (utf8.isValid()) {
      return new Decoded(utf8.text(), "utf-8");
    }
    return utf8.isMostly() ? mended(utf8) : guessed(utf8);
  }

  private Decoded mended(Utf8Reading utf8) {
    repairs.add("bytes that are no UTF-8 were read as windows-1252");
    return new Decoded(utf8.text(), "utf-8");
  }

  private Optional<Charset> marked() {
    return MARKS.stream().filter(this::begins).map(Mark::charset).findFirst();
  }

  private boolean begins(Mark mark) {
    return bytes.length >= mark.bytes().length
        && Arrays.equals(bytes, 0, mark.bytes().length, mark.bytes(), 0, mark.bytes().length);
  }

  /** Every other byte of western text in UTF-16 is zero. */
  private Optional<Charset> zeroes() {
    int[] zeroesAt = new int[4];
    int end = Math.min(bytes.length, SAMPLE) & ~3;
    for (int i = 0; i < end; i++) {
      zeroesAt[i & 3] += bytes[i] == 0 ? 1 : 0;
    }
    int enough = end / 4 / 3;
    if (end < 8) {
      return Optional.empty();
    }
    boolean[] zero = new boolean[4];
    for (int i = 0; i < 4; i++) {
      zero[i] = zeroesAt[i] > enough;
    }
    if (zero[1] && zero[2] && zero[3]) {
      return Optional.of(UTF_32LE);
    } else if (zero[0] && zero[1] && zero[2]) {
      return Optional.of(UTF_32BE);
    } else if (zero[1] && zero[3] && !zero[0]) {
      return Optional.of(StandardCharsets.UTF_16LE);
    } else if (zero[0] && zero[2] && !zero[1]) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  /** The encoding somebody names, if it can be true. Latin 1 from a server is only a habit. */
  private Optional<Charset> said(String contentType, Utf8Reading utf8) {
    Optional<Charset> header = CharsetName.inHeader(contentType).flatMap(this::known);
    Optional<Charset> declaration = CharsetName.inDeclaration(bytes).flatMap(this::known);
    boolean habit = header.filter(CharsetName::isWestern).isPresent() && declaration.isPresent();
    Stream<Charset> candidates =
        habit
            ? Stream.concat(declaration.stream(), header.stream())
            : Stream.concat(header.stream(), declaration.stream());
    return candidates
        .filter(charset -> !isUnicode(charset))
        .filter(charset -> !(CharsetName.isWestern(charset) && utf8.isMostly()))
        .filter(this::fits)
        .findFirst();
  }

  private Optional<Charset> known(String name) {
    Optional<Charset> charset = CharsetName.charset(name);
    if (charset.isEmpty()) {
      repairs.add("the encoding \"" + printable(name) + "\" is not known");
    }
    return charset;
  }

  private static String printable(String name) {
    String clean = XmlCharacters.clean(name);
    return clean.length() > 40 ? clean.substring(0, 40) : clean;
  }

  /** Had it been true, the bytes would have shown it. */
  private static boolean isUnicode(Charset charset) {
    return charset.name().toUpperCase(Locale.ROOT).startsWith("UTF");
  }

  /** False if more than a stray character cannot be read in it. */
  private boolean fits(Charset charset) {
    String text = new String(bytes, charset);
    long bad = text.chars().filter(c -> c == '\uFFFD').count();
    return bad * 200 <= text.length();
  }

  private Decoded in(Charset charset) {
    return new Decoded(new String(bytes, charset), charset.name().toLowerCase(Locale.ROOT));
  }

  /** Nobody names an encoding that can be true. */
  private Decoded guessed(Utf8Reading utf8) {
    if (utf8.oddShare() > 0.1) {
      CharsetMatch match = new CharsetDetector().setText(bytes).detect();
      if (match != null && match.getConfidence() >= LEAST_CONFIDENCE) {
        Optional<Charset> charset = CharsetName.charset(match.getName());
        if (charset.isPresent() && readsCleanly(charset.get())) {
          repairs.add("the encoding was guessed");
          return in(charset.get());
        }
      }
    }
    repairs.add("the encoding is taken for windows-1252");
    return new Decoded(utf8.text(), "windows-1252");
  }

  private boolean readsCleanly(Charset charset) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException notIt) {
      return false;
    }
  }
}
