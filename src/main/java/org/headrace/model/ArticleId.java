package org.headrace.model;

/** Names one article in the store for ever. Travels between the stages as its decimal digits. */
public record ArticleId(long value) {

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws NumberFormatException if {@code digits} is no number
   */
  public static ArticleId of(String digits) {
    return new ArticleId(Long.parseLong(digits));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
