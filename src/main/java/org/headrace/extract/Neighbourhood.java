package org.headrace.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a block once all have been judged, as numbers for the second look: how likely
 * its neighbours are the article's, those of the same make, and those under the same heading. The
 * order of the numbers is part of what was learned: a change here asks for new training.
 */
final class Neighbourhood {
  /** Odds, as logarithms, beyond which more says nothing. */
  private static final float PLAIN = 4;

  /** Odds in place of a neighbour's where there is none. */
  private static final float NOBODY = -5;

  private static final float OUTSIDE = -3;
  private static final int LONG = 400;
  private static final int FAR = 99;
  private static final int[] DISTANCES = {-3, -2, -1, 1, 2, 3};
  private static final int[] RADII = {3, 8};

  /** Of how many elements, from the block up, the makes must agree for blocks to be alike. */
  private static final int[] LEVELS = {5, 4, 3, 2};

  private static final int MOST = 64;

  private final List<Block> blocks;
  private final BitSet chosen;
  private final int size;
  private final float[] odds;

  /** Sums up to each block: of odds, and of letters that are rather the article's. */
  private final double[] oddsBefore;

  private final int[] lettersBefore;

  /** Index of the nearest block before and after that is rather the article's; -1 if none. */
  private final int[] before;

  private final int[] after;

  /** Of each level and block: those like it. */
  private final Like[][] alike;

  /** Of each block: the index of the heading above it, or its own if it is one; -1 if none. */
  private final int[] headings;

  /** Of each block: those under the same heading. */
  private final Like[] sections;

  private final float[] row = new float[MOST];

  private static final class Like {
    int count;
    int staying;
    double sum;

    void add(float odds) {
      count++;
      staying += odds > 0 ? 1 : 0;
      sum += odds;
    }
  }

  /**
   * @param blocks in page order
   * @param first the odds of each that it is the article's, the logarithm, by the first look
   * @param chosen the indices of those that the rules chose
   */
  Neighbourhood(List<Block> blocks, float[] first, BitSet chosen) {
    this.blocks = blocks;
    this.chosen = chosen;
    this.size = blocks.size();
    this.odds = new float[size];
    oddsBefore = new double[size + 1];
    lettersBefore = new int[size + 1];
    before = new int[size];
    after = new int[size];
    alike = new Like[LEVELS.length][size];
    headings = new int[size];
    sections = new Like[size];
    sums(first);
    nearest();
    likes();
    sections();
  }

  private void sums(float[] first) {
    for (int i = 0; i < size; i++) {
      odds[i] = Math.max(-PLAIN, Math.min(PLAIN, first[i]));
      oddsBefore[i + 1] = oddsBefore[i] + odds[i];
      int letters = odds[i] > 0 ? Math.min(blocks.get(i).size(), LONG) : 0;
      lettersBefore[i + 1] = lettersBefore[i] + letters;
    }
  }

  private void nearest() {
    int last = -1;
    for (int i = 0; i < size; i++) {
      before[i] = last;
      last = odds[i] > 0 ? i : last;
    }
    last = -1;
    for (int i = size - 1; i >= 0; i--) {
      after[i] = last;
      last = odds[i] > 0 ? i : last;
    }
  }

  private void likes() {
    List<Map<Integer, Like>> makes = new ArrayList<>();
    for (int level = 0; level < LEVELS.length; level++) {
      makes.add(new HashMap<>());
    }
    for (int i = 0; i < size; i++) {
      Region at = blocks.get(i).region;
      int make = 1;
      int steps = 0;
      for (int level = LEVELS.length - 1; level >= 0; level--) {
        for (; steps < LEVELS[level] && at != null; steps++, at = at.parent) {
          make = (make * 31 + at.tag.hashCode()) * 31 + at.name.hashCode();
        }
        Like like = makes.get(level).computeIfAbsent(make, key -> new Like());
        like.add(odds[i]);
        alike[level][i] = like;
      }
    }
  }

  private void sections() {
    Like section = new Like();
    int heading = -1;
    for (int i = 0; i < size; i++) {
      if (blocks.get(i).isHeading()) {
        heading = i;
        section = new Like();
      } else {
        section.add(odds[i]);
      }
      headings[i] = heading;
      sections[i] = section;
    }
  }

  /** The features of a block, until the next is asked for. */
  float[] of(int i) {
    int at = nearby(i, 0);
    at = place(i, at);
    at = likeness(i, at);
    own(i, at);
    return row;
  }

  /** How many features a block has. */
  static int width() {
    return DISTANCES.length + RADII.length + 3 * LEVELS.length + 20;
  }

  private int nearby(int i, int from) {
    int at = from;
    row[at++] = odds[i];
    for (int distance : DISTANCES) {
      int k = i + distance;
      row[at++] = k < 0 || k >= size ? NOBODY : odds[k];
    }
    for (int radius : RADII) {
      int first = Math.max(0, i - radius);
      int end = Math.min(size, i + radius + 1);
      int outside = 2 * radius + 1 - (end - first);
      row[at++] =
          (float) ((oddsBefore[end] - oddsBefore[first] + outside * OUTSIDE) / (2 * radius + 1));
    }
    return at;
  }

  private int place(int i, int from) {
    int at = from;
    int all = lettersBefore[size];
    row[at++] = lettersBefore[i];
    row[at++] = all - lettersBefore[i + 1];
    row[at++] = (float) lettersBefore[i] / Math.max(all, 1);
    row[at++] = all;
    row[at++] = before[i] < 0 ? FAR : i - before[i];
    row[at++] = after[i] < 0 ? FAR : after[i] - i;
    row[at++] = before[i] < 0 ? NOBODY : odds[before[i]];
    row[at++] = after[i] < 0 ? NOBODY : odds[after[i]];
    return at;
  }

  private int likeness(int i, int from) {
    int at = from;
    for (Like[] level : alike) {
      Like like = level[i];
      int others = like.count - 1;
      row[at++] = others == 0 ? 0 : (float) ((like.sum - odds[i]) / others);
      row[at++] = like.count;
      row[at++] = others == 0 ? -1 : (float) (like.staying - (odds[i] > 0 ? 1 : 0)) / others;
    }
    Like section = sections[i];
    row[at++] = section.count == 0 ? NOBODY : (float) (section.sum / section.count);
    row[at++] = headings[i] < 0 ? 0 : odds[headings[i]];
    return at;
  }

  private void own(int i, int from) {
    int at = from;
    Block block = blocks.get(i);
    row[at++] = block.isHeading() ? 1 : 0;
    row[at++] = block.size();
    row[at++] = block.measure.words();
    row[at++] = (float) block.linkDensity();
    row[at++] = (float) block.prose();
    row[at++] = BlockFeatures.ending(block.text);
    row[at++] = block.region.kind;
    row[at++] = chosen.get(block.index) ? 1 : 0;
    row[at++] = block.region.dropped ? 1 : 0;
  }
}
