package org.headrace.pipeline;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Article;
import org.headrace.model.Feed;

/** What would come of an address. */
public sealed interface Previewed {
  /**
   * A feed, and the first of its articles as they would be published.
   *
   * @param address where the feed was found
   * @param samples in the order of the feed
   */
  record OfFeed(URI address, Feed feed, List<Sample> samples) implements Previewed {
    public OfFeed {
      samples = List.copyOf(samples);
    }
  }

  /** The page of one article. */
  record OfPage(Sample sample) implements Previewed {}

  /** Neither; {@code reason} is for the operator. */
  record Nothing(String reason) implements Previewed {}

  /**
   * One article as it would be published.
   *
   * @param dropped the rule that would leave it out, in words; empty if it would be published
   * @param page what became of its page; empty if that was not read
   */
  record Sample(Article article, Optional<String> dropped, Optional<Harvest> page) {}

  /**
   * What was taken from a page and what was left there.
   *
   * @param words of the whole page, menus and all
   * @param kept words of the article
   * @param removed lines of the page that are not in the article, in the page's order
   */
  record Harvest(int words, int kept, List<String> removed) {
    public Harvest {
      removed = List.copyOf(removed);
    }

    /** How much of the page is the article, 0 to 1. */
    public double share() {
      return words == 0 ? 0 : Math.min(1, (double) kept / words);
    }
  }
}
