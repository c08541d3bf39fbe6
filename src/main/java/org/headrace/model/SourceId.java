package org.headrace.model;

/** Names one source in the store for ever. Travels between the stages as its decimal digits. */
public record SourceId(long value) {

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws NumberFormatException if {@code digits} is no number
   */
  public static SourceId of(String digits) {
    return new SourceId(Long.parseLong(digits));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
