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

  private final Day[] days;
  private final ArticleId self;

  Sight(Day[] days, ArticleId self) {
    this.days = days;
    this.self = self;
  }

  /** The places of those that carry a tag. */
  long[] with(int tag) {
    Found found = new Found();
    each(tag, found::add);
    return Arrays.copyOf(found.places, found.length);
  }

  private static final class Found {
    private long[] places = new long[16];
    private int length;

    boolean add(Day day, int number, int article) {
      if (length == places.length) {
        places = Arrays.copyOf(places, 2 * length);
      }
      places[length++] = ((long) number << Integer.SIZE) | article;
      return true;
    }
  }

  Known known(long place) {
    return days[(int) (place >>> Integer.SIZE)].known((int) place);
  }

  /** In how many stories a tag stands. */
  Spread spread(int tag, long source) {
    Spread spread = new Spread(source);
    each(tag, (day, number, article) -> spread.add(day.source(article), day.story(article)));
    return spread;
  }

  private interface Visit {
    /** False if enough was seen. */
    boolean of(Day day, int number, int article);
  }

  private void each(int tag, Visit visit) {
    if (tag == 0) {
      return;
    }
    for (int i = 0; i < days.length; i++) {
      Day day = days[i];
      int number = i;
      int[] left = {MOST_PER_DAY};
      boolean wantsMore =
          day.each(
              tag,
              article ->
                  day.is(article, self) || (visit.of(day, number, article) && --left[0] > 0));
      if (!wantsMore && left[0] > 0) {
        return;
      }
    }
  }
}
