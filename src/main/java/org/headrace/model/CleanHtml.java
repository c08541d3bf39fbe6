package org.headrace.model;

/**
 * HTML that is safe to show: allow-listed elements only, absolute addresses, legal in XML once
 * escaped. Made by {@code org.headrace.clean} alone (an architecture law); the store may bring back
 * what it kept.
 */
public record CleanHtml(String value) {
  /** No content. */
  public static final CleanHtml EMPTY = new CleanHtml("");

  /** True if there is nothing to show. */
  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public String toString() {
    return value;
  }
}
