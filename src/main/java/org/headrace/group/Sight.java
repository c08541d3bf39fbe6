package org.headrace.group;

import java.util.Arrays;
import org.headrace.model.ArticleId;

/**
 * What can be seen of the memory when one article arrives: not what is older than the window, and
 * never the article itself. Where an article stands is one number, its place.
 */
final class Sight {
  /** A tag that more articles carry says little: of each day only the newest are seen. */
  static final int MOST_PER_DAY = 200;

  private static final long[] NOWHERE = {};

  private final Day[] days;

  @SuppressWarnings("UnusedVariable") // keeps the compiler from leaving out what fills it
  private int approached;

  private final int[] self; // where the article itself stands in each day

  Sight(Day[] days, ArticleId self) {
    this.days = days;
    this.self = Arrays.stream(days).mapToInt(day -> day.find(self)).toArray();
  }

  /** The places of those that carry a tag. */
  long[] with(int tag) {
    return with(tag, Integer.MAX_VALUE);
  }

  /** The places of those that carry a tag, if they are fewer than {@code most}. */
  long[] with(int tag, int most) {
    approach(tag);
    Places places = new Places(most);
    for (int number = 0; number < days.length && tag != 0 && places.length < most; number++) {
      places.day = (long) number << Integer.SIZE;
      days[number].find(tag, places, self[number], MOST_PER_DAY);
    }
    return places.length < most ? Arrays.copyOf(places.found, places.length) : NOWHERE;
  }

  /** What is far away in the machine's memory is waited for once, not once for each day. */
  private void approach(int tag) {
    int sum = 0;
    for (Day day : days) {
      sum += day.near(tag);
    }
    approached += sum;
  }

  private static final class Places extends Search {
    private final int most;
    private long day;
    private long[] found = NOWHERE;
    private int length;

    Places(int most) {
      this.most = most;
    }

    @Override
    boolean wants(int article) {
      if (length == found.length) {
        found = Arrays.copyOf(found, 2 * length + 4);
      }
      found[length++] = day | article;
      return length < most;
    }
  }

  Known known(long place) {
    return days[(int) (place >>> Integer.SIZE)].known((int) place);
  }

  /** In how many stories a tag stands. */
  Spread spread(int tag, long source) {
    approach(tag);
    Spread spread = new Spread(source);
    for (int number = 0; number < days.length && tag != 0 && !spread.isEnough(); number++) {
      spread.begin(days[number]);
      days[number].find(tag, spread, self[number], MOST_PER_DAY);
    }
    return spread;
  }
}
