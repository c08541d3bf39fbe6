package org.headrace.filter;

import org.jspecify.annotations.Nullable;

/** A text to look in, as it stands and, once that is asked for, in its plain spelling. */
final class Passage {
  private final String text;
  private @Nullable String plain;

  Passage(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** See {@link Letters#plain}. */
  String plain() {
    if (plain == null) {
      plain = Letters.plain(text);
    }
    return plain;
  }
}
