package org.headrace.model;

import java.nio.ByteBuffer;

/**
 * What is remembered of a text to know its near-copies.
 *
 * @param textHash of the whole normalised text; 0 if there is no text
 */
public record Fingerprint(long textHash) {

  /** A form to keep, which {@link #of} reads back. Begins with the number of the form. */
  public byte[] toBytes() {
    return ByteBuffer.allocate(1 + Long.BYTES).put((byte) 1).putLong(textHash).array();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if the form is not known
   */
  public static Fingerprint of(byte[] kept) {
    if (kept.length != 1 + Long.BYTES || kept[0] != 1) {
      throw new IllegalArgumentException("not a fingerprint of a form that is known");
    }
    return new Fingerprint(ByteBuffer.wrap(kept, 1, Long.BYTES).getLong());
  }
}
