package org.headrace.model;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A text as a row of words, each remembered by a few bits: enough to compare two texts, not enough
 * to read one.
 *
 * <p>A word is 14 bits of its hash and 2 bits of its {@link Kind}. Four hashes side by side are a
 * run, which is told apart from other runs almost as well as the words themselves.
 */
public final class Words {
  /** How many bits of a word's hash are kept. */
  public static final int HASH_BITS = 14;

  /** How many words make a run. */
  public static final int RUN = 4;

  /** No words. */
  public static final Words NONE = new Words(new char[0], new BitSet(), new BitSet());

  private static final int HASH_MASK = (1 << HASH_BITS) - 1;

  private final char[] codes;
  private final BitSet lineStarts;
  private final BitSet quoted;

  /** What a word does in its text. */
  public enum Kind {
    /** Carries grammar rather than content: and, of, the. */
    FUNCTION(0),
    /** Carries content. */
    PLAIN(1),
    /** Is capitalised within a sentence. */
    NAME(2),
    /** Begins with a digit. */
    FIGURE(3);

    private final int bits; // part of the kept form

    Kind(int bits) {
      this.bits = bits;
    }

    private static Kind of(int bits) {
      return switch (bits) {
        case 0 -> FUNCTION;
        case 1 -> PLAIN;
        case 2 -> NAME;
        default -> FIGURE;
      };
    }
  }

  private Words(char[] codes, BitSet lineStarts, BitSet quoted) {
    this.codes = codes;
    this.lineStarts = lineStarts;
    this.quoted = quoted;
  }

  /**
   * Words by their codes.
   *
   * @param codes each made by {@link #code}
   * @param lineStarts places of words that begin a line
   * @param quoted places of words inside quotation marks
   * @throws IllegalArgumentException if a mark lies behind the last word
   */
  public static Words of(char[] codes, BitSet lineStarts, BitSet quoted) {
    if (lineStarts.length() > codes.length || quoted.length() > codes.length) {
      throw new IllegalArgumentException("a mark lies behind the last word");
    }
    return new Words(codes.clone(), (BitSet) lineStarts.clone(), (BitSet) quoted.clone());
  }

  /** One word as it is kept. */
  public static char code(int hash, Kind kind) {
    return (char) ((hash & HASH_MASK) | (kind.bits << HASH_BITS));
  }

  /** How many words there are. */
  public int length() {
    return codes.length;
  }

  /** The kept form of the word at a place. */
  public char code(int place) {
    return codes[place];
  }

  /** The hash of the word at a place: the same for the same word, whatever its kind. */
  public int hash(int place) {
    return codes[place] & HASH_MASK;
  }

  /** What the word at a place does. */
  public Kind kind(int place) {
    return Kind.of(codes[place] >>> HASH_BITS);
  }

  /** True if the word at a place carries content. */
  public boolean isContent(int place) {
    return codes[place] >>> HASH_BITS != 0;
  }

  /** True if the word at a place begins a line. */
  public boolean startsLine(int place) {
    return lineStarts.get(place);
  }

  /** True if the word at a place stands inside quotation marks. */
  public boolean isQuoted(int place) {
    return quoted.get(place);
  }

  /** Where the line after the one at {@code place} begins; the length if there is none. */
  public int lineEnd(int place) {
    int next = lineStarts.nextSetBit(place + 1);
    return next < 0 ? codes.length : next;
  }

  /** How many runs of {@link #RUN} words there are. */
  public int runs() {
    return Math.max(0, codes.length - RUN + 1);
  }

  /** The run of words that begins at a place, as one number. */
  public long run(int place) {
    return ((long) hash(place) << (3 * HASH_BITS))
        | ((long) hash(place + 1) << (2 * HASH_BITS))
        | ((long) hash(place + 2) << HASH_BITS)
        | hash(place + 3);
  }

  /** The words without those at the given places. */
  public Words without(BitSet places) {
    if (places.isEmpty()) {
      return this;
    }
    char[] kept = new char[codes.length];
    BitSet starts = new BitSet();
    BitSet quotes = new BitSet();
    int length = 0;
    for (int i = places.nextClearBit(0); i < codes.length; i = places.nextClearBit(i + 1)) {
      kept[length] = codes[i];
      if (lineStarts.get(i)) {
        starts.set(length);
      }
      if (quoted.get(i)) {
        quotes.set(length);
      }
      length++;
    }
    return new Words(Arrays.copyOf(kept, length), starts, quotes);
  }

  byte[] lineBits() {
    return lineStarts.toByteArray();
  }

  byte[] quoteBits() {
    return quoted.toByteArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Words words
        && Arrays.equals(codes, words.codes)
        && lineStarts.equals(words.lineStarts)
        && quoted.equals(words.quoted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codes);
  }

  @Override
  public String toString() {
    return codes.length + " words";
  }
}
