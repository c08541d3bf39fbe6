package org.headrace.pipeline;

import org.headrace.discover.FeedLinks;
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
    PageKind kind =
        page.body().length > LONGEST_WALL
            ? PageKind.NO_ARTICLE
            : ContentExtractor.extract(page).kind();
    return switch (kind) {
      case BOT_CHECK -> new PollOutcome.Blocked("the site sent a bot check instead of a feed");
      case CONSENT_WALL ->
          new PollOutcome.Blocked("the site sent a page that asks for consent instead of a feed");
      case NOT_FOUND ->
          new PollOutcome.Failed("the site sent a page that says there is nothing here");
      case ARTICLE, PAYWALL, NO_ARTICLE -> new PollOutcome.Failed(reason + feedNamedBy(page));
    };
  }

  private static String feedNamedBy(Page page) {
    return FeedLinks.of(page).stream()
        .findFirst()
        .map(link -> "; it names its feed: " + link.address())
        .orElse("");
  }
}
