package org.headrace.group;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.headrace.model.ArticleId;
import org.headrace.model.Remembered;

/** The articles of the window, day by day: forgetting is dropping the oldest day. */
final class Memory {
  private static final int SECONDS_PER_DAY = 86_400;

  private final List<Day> days = new ArrayList<>(); // the oldest first

  static long day(Instant seen) {
    return Math.floorDiv(seen.getEpochSecond(), SECONDS_PER_DAY);
  }

  static Instant startOf(long day) {
    return Instant.ofEpochSecond(day * SECONDS_PER_DAY);
  }

  void put(Remembered remembered) {
    remove(remembered.article());
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
    return new Sight(days.stream().filter(day -> day.date >= firstDay).toArray(Day[]::new), self);
  }

  void forgetBefore(long firstDay) {
    days.removeIf(day -> day.date < firstDay);
  }
}
