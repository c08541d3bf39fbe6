package org.headrace.extract;

/** Sums by number. */
final class Tally {
  private int[] keys = new int[64];
  private int[] sums = new int[64];
  private boolean[] used = new boolean[64];
  private int size;

  void add(int key, int amount) {
    if (2 * size >= keys.length) {
      grow();
    }
    int place = place(key);
    size += used[place] ? 0 : 1;
    used[place] = true;
    keys[place] = key;
    sums[place] += amount;
  }

  /** The sum of what was added to the key; zero if nothing was. */
  int of(int key) {
    return sums[place(key)];
  }

  private int place(int key) {
    int place = (key ^ key >>> 15) & keys.length - 1;
    while (used[place] && keys[place] != key) {
      place = place + 1 & keys.length - 1;
    }
    return place;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldSums = sums;
    boolean[] oldUsed = used;
    keys = new int[2 * oldKeys.length];
    sums = new int[keys.length];
    used = new boolean[keys.length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldUsed[i]) {
        add(oldKeys[i], oldSums[i]);
      }
    }
  }
}
