package org.headrace.group;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;
import org.headrace.model.StoryId;

/** The articles of the window, day by day: forgetting is dropping the oldest day. */
final class Memory {
  /** A tag that more articles carry says little. */
  static final int MOST_PER_DAY = 200;

  private static final int SECONDS_PER_DAY = 86_400;

  private final TreeMap<Long, Day> days = new TreeMap<>();
  private final Map<ArticleId, Place> places = new HashMap<>();

  private record Day(Postings postings, List<Known> articles) {}

  private record Place(long day, int article) {}

  static long day(Instant seen) {
    return Math.floorDiv(seen.getEpochSecond(), SECONDS_PER_DAY);
  }

  static Instant startOf(long day) {
    return Instant.ofEpochSecond(day * SECONDS_PER_DAY);
  }

  void put(Arrival arrival, StoryId story) {
    remove(arrival.id());
    long date = day(arrival.seen());
    Day day = days.computeIfAbsent(date, none -> new Day(new Postings(), new ArrayList<>()));
    int article = day.articles.size();
    day.articles.add(new Known(arrival, story));
    for (int tag : Tags.of(arrival)) {
      day.postings.add(tag, article);
    }
    places.put(arrival.id(), new Place(date, article));
  }

  private void remove(ArticleId id) {
    Place place = places.remove(id);
    Day day = place == null ? null : days.get(place.day);
    if (place == null || day == null) {
      return;
    }
    for (int tag : Tags.of(day.articles.get(place.article).arrival())) {
      day.postings.remove(tag, place.article);
    }
  }

  /** The articles that carry a tag, from a day on; at most {@link #MOST_PER_DAY} of each day. */
  List<Known> with(int tag, long firstDay) {
    List<Known> found = new ArrayList<>();
    if (tag != 0) {
      for (Day day : days.tailMap(firstDay, true).values()) {
        day.postings.each(tag, MOST_PER_DAY, article -> found.add(day.articles.get(article)));
      }
    }
    return found;
  }

  void forgetBefore(long firstDay) {
    days.headMap(firstDay, false).clear();
    places.values().removeIf(place -> place.day < firstDay);
  }
}
