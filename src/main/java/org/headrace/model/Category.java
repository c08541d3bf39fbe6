package org.headrace.model;

/** What an entry is filed under (RFC 4287, 4.2.2). {@code scheme}, {@code label} empty if none. */
public record Category(String term, String scheme, String label) {

  /** A category of which only the word is known. */
  public static Category of(String term) {
    return new Category(term, "", "");
  }
}
