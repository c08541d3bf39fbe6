package org.headrace.group;

import java.util.BitSet;

/** Takes the articles of one day that carry a tag, the newest first, until it has enough. */
abstract class Search {
  private BitSet gone = new BitSet();
  private int except;
  private int left;

  /** Begins a day, of which some articles are not to be found. */
  final void begin(BitSet goneOfDay, int exceptOne, int most) {
    gone = goneOfDay;
    except = exceptOne;
    left = most;
  }

  /** Shows one; false if no other is wanted. */
  final boolean see(int article) {
    if (article == except || gone.get(article)) {
      return true;
    }
    left--;
    if (!wants(article)) {
      left = 0;
    }
    return left > 0;
  }

  /** Takes an article; false if no other is wanted. */
  abstract boolean wants(int article);
}
