package org.headrace.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.headrace.extract.site.SiteReading;
import org.headrace.model.CleanHtml;
import org.headrace.model.Extracted;

/** What came of reading the page behind an entry. */
sealed interface PageText {
  /**
   * The page has an article. {@code html} and {@code text} hold all of its pages.
   *
   * @param own what the short rules of the source found of it
   * @param remarks what the operator should know, one sentence each
   */
  record Got(
      Extracted first, CleanHtml html, String text, Set<SiteReading.Part> own, List<String> remarks)
      implements PageText {}

  /** It should be asked again later. */
  record Later(Instant until, String reason) implements PageText {}

  /** Its host is to be left alone until then, so it was not asked for. */
  record Unasked(Instant until, String reason) implements PageText {}

  /** There is nothing to be had. {@code reason} is written for the operator. */
  record Without(String reason) implements PageText {}
}
