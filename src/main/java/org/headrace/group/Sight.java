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
  private final int[] bits; // of the days
  private final TagDays tagDays;

  @SuppressWarnings("UnusedVariable") // keeps the compiler from leaving out what fills it
  private int approached;

  private final int[] self; // where the article itself stands in each day

  Sight(Day[] days, TagDays tagDays, ArticleId self) {
    this.days = days;
    this.tagDays = tagDays;
    bits = Arrays.stream(days).mapToInt(TagDays::bit).toArray();
    this.self = Arrays.stream(days).mapToInt(day -> day.find(self)).toArray();
  }

  /** The places of those that carry a tag. */
  long[] with(int tag) {
    return with(tag, Integer.MAX_VALUE);
  }

  /** The places of those that carry a tag, if they are fewer than {@code most}. */
  long[] with(int tag, int most) {
    int seenOn = seenOn(tag);
    if (seenOn == 0) {
      return NOWHERE;
    }
    Places places = new Places(most);
    for (int number = 0; number < days.length && places.length < most; number++) {
      if ((seenOn & bits[number]) != 0) {
        places.day = (long) number << Integer.SIZE;
        days[number].find(tag, places, self[number], MOST_PER_DAY);
      }
    }
    return places.length < most ? Arrays.copyOf(places.found, places.length) : NOWHERE;
  }

  /** Lets the processor wait for all that is far away in the machine's memory at the same time. */
  void approach(int[] tags) {
    int sum = 0;
    for (int tag : tags) {
      sum += tagDays.of(tag);
    }
    for (int tag : tags) {
      int seenOn = tagDays.of(tag);
      for (int number = 0; number < days.length && seenOn != 0; number++) {
        sum += (seenOn & bits[number]) == 0 ? 0 : days[number].near(tag);
      }
    }
    approached += sum;
  }

  /** Bits of the days on which a tag may have been seen. */
  private int seenOn(int tag) {
    return tag == 0 ? 0 : tagDays.of(tag);
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
    int seenOn = seenOn(tag);
    Spread spread = new Spread(source);
    for (int number = 0; number < days.length && seenOn != 0 && !spread.isEnough(); number++) {
      if ((seenOn & bits[number]) != 0) {
        spread.begin(days[number]);
        days[number].find(tag, spread, self[number], MOST_PER_DAY);
      }
    }
    return spread;
  }
}
