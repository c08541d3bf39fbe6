package org.headrace.group;

import org.headrace.model.Words;

/**
 * Where the runs of one text are found in another.
 *
 * @param runs how many runs the one text has
 * @param shared how many of them, counting repeats, are in the other
 * @param longestStretch the most that stand side by side
 * @param atEnd share of them that stand in one block at the end
 * @param outsideQuotes share of the runs not quoted that are in the other
 * @param lead share of the first runs that are in the other
 */
record Overlap(
    int runs, int shared, int longestStretch, double atEnd, double outsideQuotes, double lead) {
  private static final int LEAD_RUNS = 42;
  private static final int NEAR_END = 10;

  /** How many of the runs of one text, counting repeats, are in another. */
  static int shared(Words words, RunSet other) {
    int shared = 0;
    for (int i = 0; i < words.runs(); i++) {
      shared += other.contains(words.run(i)) ? 1 : 0;
    }
    return shared;
  }

  static Overlap of(Words words, RunSet other) {
    int runs = words.runs();
    int shared = 0;
    int stretch = 0;
    int longest = 0;
    int block = 0;
    int lead = 0;
    int unquoted = 0;
    int unquotedShared = 0;
    for (int i = 0; i < runs; i++) {
      boolean isShared = other.contains(words.run(i));
      int one = isShared ? 1 : 0;
      shared += one;
      stretch = isShared ? stretch + 1 : 0;
      longest = Math.max(longest, stretch);
      block = isShared || i >= runs - NEAR_END ? block + one : 0;
      lead += i < LEAD_RUNS ? one : 0;
      if (!words.isQuoted(i)) {
        unquoted++;
        unquotedShared += one;
      }
    }
    return new Overlap(
        runs,
        shared,
        longest == 0 ? 0 : longest + Words.RUN - 1,
        share(block, shared),
        unquoted == 0 ? share(shared, runs) : share(unquotedShared, unquoted),
        share(lead, Math.min(runs, LEAD_RUNS)));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
