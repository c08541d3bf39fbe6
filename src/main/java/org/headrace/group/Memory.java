package org.headrace.group;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.headrace.model.ArticleId;
import org.headrace.model.Remembered;
import org.jspecify.annotations.Nullable;

/** The articles of the window, day by day: forgetting is dropping the oldest day. */
final class Memory {
  private static final int SECONDS_PER_DAY = 86_400;

  private final List<Day> days = new ArrayList<>(); // the oldest first
  private @Nullable TagDays tagDays; // made when it is asked for

  static long day(Instant seen) {
    return Math.floorDiv(seen.getEpochSecond(), SECONDS_PER_DAY);
  }

  static Instant startOf(long day) {
    return Instant.ofEpochSecond(day * SECONDS_PER_DAY);
  }

  /** Remembers an article, in place of what was remembered of it. */
  void put(Remembered remembered) {
    remove(remembered.article());
    Day day = day(day(remembered.seen()));
    day.add(remembered);
    if (tagDays != null) {
      int bit = TagDays.bit(day);
      tagDays.add(Tags.article(remembered.article()), bit);
      for (int i = 0; i < remembered.marks().size(); i++) {
        tagDays.add(remembered.marks().tag(i), bit);
      }
    }
  }

  /** Remembers an article of which nothing is remembered. */
  void putNew(Remembered remembered) {
    tagDays = null;
    day(day(remembered.seen())).add(remembered);
  }

  /** Forgets one article. */
  void remove(ArticleId id) {
    days.forEach(day -> day.remove(id));
  }

  private Day day(long date) {
    int place = days.size();
    while (place > 0 && days.get(place - 1).date > date) {
      place--;
    }
    if (place > 0 && days.get(place - 1).date == date) {
      return days.get(place - 1);
    }
    days.forEach(Day::settle);
    Day day = new Day(date);
    days.add(place, day);
    return day;
  }

  /** What can be seen from a day on, without one article. */
  Sight sight(long firstDay, ArticleId self) {
    TagDays found = tagDays;
    if (found == null) {
      days.forEach(Day::settle); // what was read again is not packed yet
    }
    if (found == null || found.isFull()) {
      found = TagDays.of(days);
      tagDays = found;
    }
    Day[] seen = days.stream().filter(day -> day.date >= firstDay).toArray(Day[]::new);
    return new Sight(seen, found, self);
  }

  void forgetBefore(long firstDay) {
    if (days.removeIf(day -> day.date < firstDay)) {
      tagDays = null;
    }
  }
}
