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
   * @param reason why {@code page} cannot be read as a feed
   */
  static PollOutcome outcome(Page page, String reason) {
    return switch (kind(page)) {
      case BOT_CHECK -> new PollOutcome.Blocked("the site sent a bot check instead of a feed");
      case CONSENT_WALL ->
          new PollOutcome.Blocked("the site sent a page that asks for consent instead of a feed");
      case NOT_FOUND ->
          new PollOutcome.Failed("the site sent a page that says there is nothing here");
      case ARTICLE, PAYWALL, NO_ARTICLE -> new PollOutcome.Failed(reason);
    };
  }

  /**
   * True if the page keeps everybody out who is no browser, so that nothing is to be sought behind
   * it.
   */
  static boolean isWall(Page page) {
    PageKind kind = kind(page);
    return kind == PageKind.BOT_CHECK || kind == PageKind.CONSENT_WALL;
  }

  private static PageKind kind(Page page) {
    return page.body().length > LONGEST_WALL
        ? PageKind.NO_ARTICLE
        : ContentExtractor.extract(page).kind();
  }
}
