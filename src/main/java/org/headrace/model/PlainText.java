package org.headrace.model;

/**
 * Text without markup, without control or direction-changing characters, bounded in length. Made by
 * {@code org.headrace.clean} alone (an architecture law); the store may bring back what it kept.
 */
public record PlainText(String value) {
  /** No text. */
  public static final PlainText EMPTY = new PlainText("");

  /** True if there is no text. */
  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public String toString() {
    return value;
  }
}
