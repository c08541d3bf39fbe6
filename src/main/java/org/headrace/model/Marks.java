package org.headrace.model;

import java.nio.ByteBuffer;

/**
 * What an article is found by when another is to be compared with it: a few numbers of 32 bits,
 * each a hash of something it has (a run of words, a line, an address). Much less than its {@link
 * Fingerprint}, which says whether what was found is like it.
 */
public final class Marks {
  /** Of an article whose marks are not known, or were made by another program. */
  public static final Marks NONE = new Marks(0, new int[0]);

  /** What the numbers are hashes of; a change of that is another form. */
  private static final byte FORM = 1;

  private static final int HEAD = 1 + Character.BYTES;

  private final int words;
  private final int[] tags;

  /**
   * Marks to keep.
   *
   * @param words length of the text
   * @param tags in any order, none of them 0
   */
  public Marks(int words, int[] tags) {
    this.words = Math.min(words, Character.MAX_VALUE);
    this.tags = tags.clone();
  }

  /** Reads what {@link #toBytes} wrote; {@link #NONE} if the form is not known. */
  public static Marks of(byte[] kept) {
    if (kept.length < HEAD || kept[0] != FORM || (kept.length - HEAD) % Integer.BYTES != 0) {
      return NONE;
    }
    ByteBuffer bytes = ByteBuffer.wrap(kept, 1, kept.length - 1);
    int words = bytes.getChar();
    int[] tags = new int[bytes.remaining() / Integer.BYTES];
    bytes.asIntBuffer().get(tags);
    return new Marks(words, tags);
  }

  /** A form to keep, which {@link #of} reads back. Begins with the number of the form. */
  public byte[] toBytes() {
    ByteBuffer kept = ByteBuffer.allocate(HEAD + tags.length * Integer.BYTES);
    kept.put(FORM).putChar((char) words).asIntBuffer().put(tags);
    return kept.array();
  }

  /** True if there is nothing to find the article by. */
  public boolean isEmpty() {
    return tags.length == 0;
  }

  /** How many words the text has. */
  public int words() {
    return words;
  }

  /** How many tags there are. */
  public int size() {
    return tags.length;
  }

  /** The tag at a place. */
  public int tag(int place) {
    return tags[place];
  }
}
