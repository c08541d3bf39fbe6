package org.headrace.fetch;

import java.time.Duration;

/**
 * How the web is asked.
 *
 * @param userAgent who we say we are, printable ASCII; sites find here whom to write to
 * @param gap rest of a host between two requests
 * @param atOnce requests under way at once, over all hosts
 * @param feedDeadline most time for a feed from name look-up to last byte, redirects included;
 *     waiting for the turn of a host does not count
 * @param pageDeadline the same for a page
 * @param feedBytes most bytes of a feed, decoded
 * @param pageBytes most bytes of a page, decoded
 * @param redirects most redirects followed
 * @param robots true if robots.txt is obeyed for pages
 * @param patience longest rest of a host that a request waits for; if a host asked for more, the
 *     request is postponed instead
 */
public record FetchSettings(
    String userAgent,
    Duration gap,
    int atOnce,
    Duration feedDeadline,
    Duration pageDeadline,
    long feedBytes,
    long pageBytes,
    int redirects,
    boolean robots,
    Duration patience) {

  private static final int MEGABYTE = 1_000_000;

  /** Refuses what would never fetch anything. */
  public FetchSettings {
    require(isPrintable(userAgent), "fetch.user-agent must be printable ASCII: " + userAgent);
    require(!gap.isNegative(), "fetch.gap must not be negative: " + gap);
    require(atOnce > 0, "fetch.at-once must be at least 1: " + atOnce);
    require(feedDeadline.isPositive(), "fetch.feed-deadline must be positive: " + feedDeadline);
    require(pageDeadline.isPositive(), "fetch.page-deadline must be positive: " + pageDeadline);
    require(feedBytes > 0, "fetch.feed-bytes must be at least 1: " + feedBytes);
    require(pageBytes > 0, "fetch.page-bytes must be at least 1: " + pageBytes);
    require(redirects >= 0, "fetch.redirects must not be negative: " + redirects);
    require(!patience.isNegative(), "fetch.patience must not be negative: " + patience);
  }

  /**
   * What is good for most: 2 s between two requests to a host, 64 at once, a feed in 30 s and 10
   * MB, a page in 45 s and 5 MB, 5 redirects, robots.txt obeyed, 2 minutes of patience.
   *
   * @param contact web or mail address of the operator; empty if none is known
   */
  public static FetchSettings standard(String version, String contact) {
    String userAgent = "headrace/" + version + (contact.isEmpty() ? "" : " (+" + contact + ")");
    return new FetchSettings(
        userAgent,
        Duration.ofSeconds(2),
        1_000,
        Duration.ofSeconds(30),
        Duration.ofSeconds(45),
        10L * MEGABYTE,
        5L * MEGABYTE,
        5,
        true,
        Duration.ofMinutes(2));
  }

  private static boolean isPrintable(String text) {
    return !text.isBlank() && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
