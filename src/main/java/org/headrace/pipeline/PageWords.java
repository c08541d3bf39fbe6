package org.headrace.pipeline;

import org.headrace.model.FetchOutcome;

/** What came of asking for a page, in words for the operator. */
final class PageWords {
  private PageWords() {}

  static String of(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Found found -> "it came";
      case FetchOutcome.NotModified same -> "HTTP 304";
      case FetchOutcome.Postponed later -> later.reason();
      case FetchOutcome.Gone gone -> gone.reason();
      case FetchOutcome.Blocked blocked -> blocked.reason();
      case FetchOutcome.Failed failed -> failed.reason();
    };
  }
}
