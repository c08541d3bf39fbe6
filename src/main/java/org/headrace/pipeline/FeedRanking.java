package org.headrace.pipeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.headrace.discover.Candidate.Scope;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.url.CanonicalUrl;

/** Puts the feeds of a site in order: what carries the whole site comes first. */
final class FeedRanking {
  /** From so many times the text on, a feed has the articles where another has their beginnings. */
  private static final int MUCH_MORE = 2;

  private static final Comparator<FoundFeed> ORDER =
      Comparator.<FoundFeed, Boolean>comparing(found -> found.feed().entries().isEmpty())
          .thenComparing(FoundFeed::scope)
          .thenComparing(FoundFeed::sign);

  private FeedRanking() {}

  /** The best first; of those with the same entries only the one that says most. */
  static List<FoundFeed> ranked(List<FoundFeed> found) {
    List<FoundFeed> sorted = new ArrayList<>(found);
    sorted.sort(ORDER); // stable: what the page names first stays first
    List<FoundFeed> ranked = new ArrayList<>();
    for (FoundFeed feed : sorted) {
      Optional<FoundFeed> twin = ranked.stream().filter(other -> areTwins(other, feed)).findFirst();
      if (twin.isEmpty()) {
        ranked.add(feed);
      } else if (saysMuchMore(feed, twin.get())) {
        ranked.set(ranked.indexOf(twin.get()), feed);
      }
    }
    return ranked;
  }

  private static boolean saysMuchMore(FoundFeed feed, FoundFeed than) {
    return feed.textPerEntry() > MUCH_MORE * than.textPerEntry() && feed.textPerEntry() > 0;
  }

  /** A discussion of all articles links to the articles, and is another feed all the same. */
  private static boolean areTwins(FoundFeed one, FoundFeed other) {
    if (one.address().equals(other.address()) || one.scope() != other.scope()) {
      return one.address().equals(other.address());
    }
    Set<String> mine = contents(one.feed());
    Set<String> theirs = contents(other.feed());
    return !mine.isEmpty() && isMostOf(mine, theirs) || !theirs.isEmpty() && isMostOf(theirs, mine);
  }

  /** True if {@code part} is in {@code whole} and more than half of it. */
  private static boolean isMostOf(Set<String> part, Set<String> whole) {
    return whole.containsAll(part) && part.size() * 2 > whole.size();
  }

  private static Set<String> contents(Feed feed) {
    return feed.entries().stream()
        .map(entry -> entry.link().map(CanonicalUrl::key).orElse(entry.id()))
        .collect(Collectors.toSet());
  }

  /** What a feed carries, now that it has been read; {@code guess} is what its address said. */
  static Scope scope(Feed feed, Scope guess) {
    return isDiscussion(feed) ? Scope.COMMENTS : guess;
  }

  /** True if several entries all lead to places on one page. */
  private static boolean isDiscussion(Feed feed) {
    List<URI> links = feed.entries().stream().map(Entry::link).flatMap(Optional::stream).toList();
    return links.size() > 1
        && links.size() == feed.entries().size()
        && links.stream().allMatch(link -> link.getRawFragment() != null)
        && links.stream().map(FeedRanking::page).distinct().count() == 1;
  }

  private static String page(URI link) {
    return link.toString().split("#", 2)[0];
  }
}
