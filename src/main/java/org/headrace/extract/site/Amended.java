package org.headrace.extract.site;

import java.net.URI;
import java.util.Optional;
import org.headrace.model.Extracted;

/** The same finding with one thing changed. */
final class Amended {
  private Amended() {}

  static Extracted nextPage(Extracted found, Optional<URI> next) {
    return with(found, found.html(), found.text(), next);
  }

  static Extracted text(Extracted found, String html, String text) {
    return with(found, html, text, found.nextPage());
  }

  private static Extracted with(Extracted found, String html, String text, Optional<URI> next) {
    return new Extracted(
        found.kind(),
        html,
        text,
        found.title(),
        found.authors(),
        found.published(),
        found.modified(),
        found.image(),
        found.siteName(),
        found.language(),
        found.canonical(),
        found.section(),
        next,
        found.base());
  }
}
