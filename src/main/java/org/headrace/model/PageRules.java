package org.headrace.model;

/**
 * How the entries of a page without a feed are found: CSS selectors (<a
 * href="https://www.w3.org/TR/selectors-4/">Selectors 4</a>), checked before.
 *
 * @param entry finds what surrounds each entry; never empty
 * @param link finds its link within; empty for the first there is
 * @param title finds its title; empty for the first heading, else the words of the link
 * @param published finds its date; empty for the first {@code time}
 * @param summary finds a short text; empty for none
 */
public record PageRules(String entry, String link, String title, String published, String summary) {

  public PageRules {
    if (entry.isBlank()) {
      throw new IllegalArgumentException("rules for a page must say what an entry is");
    }
  }
}
