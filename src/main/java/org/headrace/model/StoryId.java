package org.headrace.model;

/** Names one story in the store for ever. Travels between the stages as its decimal digits. */
public record StoryId(long value) {

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws NumberFormatException if {@code digits} is no number
   */
  public static StoryId of(String digits) {
    return new StoryId(Long.parseLong(digits));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
