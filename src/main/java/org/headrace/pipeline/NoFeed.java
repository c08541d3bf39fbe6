package org.headrace.pipeline;

import org.headrace.extract.ContentExtractor;
import org.headrace.model.Page;
import org.headrace.model.PageKind;
import org.headrace.model.PollOutcome;

/** Says what it means that something else came than a feed. */
final class NoFeed {
  /** What stands between a reader and a feed is short; anything longer is not looked at. */
  private static final int LONGEST_WALL = 500_000;

  private NoFeed() {}

  /**
   * A wall that no later request gets past is told apart from a mistake that may be mended.
   *
   * @param reason why the page of this kind cannot be read as a feed
   */
  static PollOutcome outcome(PageKind kind, String reason) {
    return switch (kind) {
      case BOT_CHECK -> new PollOutcome.Blocked("the site sent a bot check instead of a feed");
      case CONSENT_WALL ->
          new PollOutcome.Blocked("the site sent a page that asks for consent instead of a feed");
      case NOT_FOUND ->
          new PollOutcome.Failed("the site sent a page that says there is nothing here");
      case ARTICLE, PAYWALL, NO_ARTICLE -> new PollOutcome.Failed(reason);
    };
  }

  /**
   * True if such a page keeps everybody out who is no browser, so that nothing is to be sought
   * behind it.
   */
  static boolean isWall(PageKind kind) {
    return kind == PageKind.BOT_CHECK || kind == PageKind.CONSENT_WALL;
  }

  /** What came; a long page is not looked at. */
  static PageKind kind(Page page) {
    return page.body().length > LONGEST_WALL
        ? PageKind.NO_ARTICLE
        : ContentExtractor.extract(page).kind();
  }
}
