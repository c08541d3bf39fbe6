package org.headrace.group;

import java.util.BitSet;
import org.headrace.model.Words;

/** What two texts have in common, in numbers. */
final class Likeness {
  private static final int LEAD_WORDS = 45;

  private final Reading shorter;
  private final Reading longer;
  private final int shared;
  private final int longestStretch;
  private final double outsideQuotes;

  Likeness(Reading one, Reading other) {
    boolean isShorter = one.runs().size() <= other.runs().size();
    shorter = isShorter ? one : other;
    longer = isShorter ? other : one;
    shared = shorter.runs().shared(longer.runs());
    Words words = shorter.body();
    int stretch = 0;
    int longest = 0;
    int outside = 0;
    int outsideShared = 0;
    for (int i = 0; i < words.runs(); i++) {
      boolean isShared = longer.runs().contains(words.run(i));
      stretch = isShared ? stretch + 1 : 0;
      longest = Math.max(longest, stretch);
      if (!words.isQuoted(i)) {
        outside++;
        outsideShared += isShared ? 1 : 0;
      }
    }
    longestStretch = longest == 0 ? 0 : longest + Words.RUN - 1;
    outsideQuotes = outside == 0 ? containment() : (double) outsideShared / outside;
  }

  /** Share of the shorter text that is in the longer, 0 to 1. */
  double containment() {
    return shorter.runs().size() == 0 ? 0 : (double) shared / shorter.runs().size();
  }

  /** Shared runs by all runs, 0 to 1. */
  double jaccard() {
    int all = shorter.runs().size() + longer.runs().size() - shared;
    return all == 0 ? 0 : (double) shared / all;
  }

  double[] features() {
    double[] f = new double[Feature.values().length];
    double c = containment();
    int words = shorter.body().length();
    double title = shorter.headline().likeness(longer.headline());
    boolean sameSource = shorter.sameSource(longer);
    f[Feature.ALWAYS.ordinal()] = 1;
    f[Feature.CONTAINMENT.ordinal()] = c;
    f[Feature.CONTAINMENT_OVER_HALF.ordinal()] = Math.max(0, c - 0.5);
    f[Feature.JACCARD.ordinal()] = jaccard();
    f[Feature.LONGEST_STRETCH.ordinal()] = Math.min(1, longestStretch / 60.0);
    f[Feature.STRETCH_SHARE.ordinal()] = c * Math.min(1, longestStretch / Math.max(1.0, words));
    f[Feature.FIGURES_MISSING.ordinal()] = missing(Words.Kind.FIGURE, 4);
    f[Feature.NAMES_MISSING.ordinal()] = missing(Words.Kind.NAME, 6);
    f[Feature.TITLE.ordinal()] = title;
    f[Feature.TITLE_SAME_SOURCE.ordinal()] = sameSource ? title : 0;
    f[Feature.HOURS.ordinal()] =
        Math.min(1, Times.hoursApart(shorter.time(), longer.time()) / 48);
    f[Feature.LENGTH.ordinal()] = Math.log(words + 1) / 6;
    f[Feature.LEAD.ordinal()] = Math.max(lead(shorter, longer), lead(longer, shorter));
    f[Feature.CONTAINMENT_SHORT.ordinal()] = words < 60 ? c : 0;
    f[Feature.SAME_SOURCE.ordinal()] = sameSource ? 1 : 0;
    f[Feature.OUTSIDE_QUOTES.ordinal()] = outsideQuotes;
    f[Feature.TITLE_TOLD.ordinal()] = titleTold();
    f[Feature.LENGTH_RATIO.ordinal()] = (double) words / Math.max(1, longer.body().length());
    return f;
  }

  /** How much of one's lead is found in the other. */
  private static double lead(Reading one, Reading other) {
    int runs = Math.min(one.body().runs(), LEAD_WORDS - Words.RUN + 1);
    int found = 0;
    for (int i = 0; i < runs; i++) {
      found += other.runs().contains(one.body().run(i)) ? 1 : 0;
    }
    return runs == 0 ? 0 : (double) found / runs;
  }

  /** Share of the shorter's words of a kind that the longer lacks, weaker if there are few. */
  private double missing(Words.Kind kind, int enough) {
    BitSet all = new BitSet();
    Words words = shorter.body();
    for (int i = 0; i < words.length(); i++) {
      if (words.kind(i) == kind) {
        all.set(words.hash(i));
      }
    }
    int count = all.cardinality();
    int lacking = (int) all.stream().filter(word -> !longer.has(word)).count();
    return count == 0 ? 0 : (double) lacking / count * Math.min(count, enough) / enough;
  }

  /** How much of each headline the other text tells. */
  private double titleTold() {
    return (told(shorter, longer) + told(longer, shorter)) / 2;
  }

  private static double told(Reading teller, Reading headed) {
    int size = headed.headline().size();
    return size == 0 ? 0 : (double) teller.told(headed.headline()) / size;
  }
}
