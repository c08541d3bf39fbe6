package org.headrace.model;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * What is remembered of a text to know its near-copies: about two bytes a word.
 *
 * @param textHash of the whole normalised text; 0 if there is no text
 * @param title the headline's words
 * @param titleTail how many words stand behind the headline's last separator, often the outlet's
 *     name; 0 if there is no separator
 * @param body the text's words, from the start, up to a limit
 */
public record Fingerprint(long textHash, Words title, int titleTail, Words body) {
  /** Of nothing at all. */
  public static final Fingerprint NONE = new Fingerprint(0, Words.NONE, 0, Words.NONE);

  /** Words by the lower bits of komihash 5.0, marks as bit sets. */
  private static final byte FORM = 2;

  /** A form to keep, which {@link #of} reads back. Begins with the number of the form. */
  public byte[] toBytes() {
    ByteBuffer kept = ByteBuffer.allocate(2 + Long.BYTES + keptSize(title) + keptSize(body));
    kept.put(FORM).putLong(textHash).put((byte) titleTail);
    put(kept, title);
    put(kept, body);
    return kept.array();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if the form is not known
   */
  public static Fingerprint of(byte[] kept) {
    ByteBuffer bytes = ByteBuffer.wrap(kept);
    try {
      if (bytes.get() != FORM) {
        throw new IllegalArgumentException("not a fingerprint of a form that is known");
      }
      long textHash = bytes.getLong();
      int titleTail = Byte.toUnsignedInt(bytes.get());
      Fingerprint read = new Fingerprint(textHash, words(bytes), titleTail, words(bytes));
      if (bytes.hasRemaining()) {
        throw new IllegalArgumentException("a fingerprint followed by something else");
      }
      return read;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a fingerprint that was cut off", e);
    }
  }

  private static int keptSize(Words words) {
    return 3 * Character.BYTES
        + words.length() * Character.BYTES
        + words.lineBits().length
        + words.quoteBits().length;
  }

  private static void put(ByteBuffer kept, Words words) {
    byte[] lines = words.lineBits();
    byte[] quotes = words.quoteBits();
    kept.putChar((char) words.length()).putChar((char) lines.length).putChar((char) quotes.length);
    for (int i = 0; i < words.length(); i++) {
      kept.putChar(words.code(i));
    }
    kept.put(lines).put(quotes);
  }

  private static Words words(ByteBuffer kept) {
    char[] codes = new char[kept.getChar()];
    byte[] lines = new byte[kept.getChar()];
    byte[] quotes = new byte[kept.getChar()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = kept.getChar();
    }
    kept.get(lines).get(quotes);
    return Words.of(codes, BitSet.valueOf(lines), BitSet.valueOf(quotes));
  }
}
