package org.headrace.group;

import java.util.EnumMap;
import java.util.Map;
import org.headrace.model.Words;

/** What two texts have in common, in numbers. */
final class Likeness {
  private static final double LONG_STRETCH = 60;
  private static final int SHORT_TEXT = 60;
  private static final double LONG_AGO_HOURS = 48;
  private static final double SAID_TITLE = 0.3;
  private static final double NEXT_OF_SERIES_HOURS = 24;

  private final Reading shorter;
  private final Reading longer;
  private final int shared;

  Likeness(Reading one, Reading other) {
    boolean isShorter = one.runs().size() <= other.runs().size();
    shorter = isShorter ? one : other;
    longer = isShorter ? other : one;
    shared = shorter.runs().shared(longer.runs());
  }

  /** Share of the shorter text that is in the longer, 0 to 1. */
  double containment() {
    return shorter.runs().size() == 0 ? 0 : (double) shared / shorter.runs().size();
  }

  /** How like the headlines are, 0 to 1. */
  double title() {
    return shorter.titleLikeness(longer);
  }

  /** All features save those that need other stories to be looked at. */
  Map<Feature, Double> features() {
    Map<Feature, Double> features = new EnumMap<>(Feature.class);
    features.put(Feature.ALWAYS, 1.0);
    text(features);
    form(features);
    title(features);
    return features;
  }

  private void text(Map<Feature, Double> features) {
    Overlap inLonger = Overlap.of(shorter.body(), longer.runs());
    Overlap inShorter = Overlap.of(longer.body(), shorter.runs());
    int words = Math.max(1, shorter.body().length());
    int longest = inLonger.longestStretch();
    features.put(Feature.CONTAINMENT, containment());
    features.put(Feature.OUTSIDE_QUOTES, inLonger.outsideQuotes());
    features.put(Feature.LONGEST_STRETCH, Math.min(1, longest / LONG_STRETCH));
    features.put(Feature.STRETCH_SHARE, containment() * Math.min(1, (double) longest / words));
    features.put(
        Feature.BLOCK_AT_END,
        Math.min(inLonger.atEnd(), inShorter.atEnd())
            * (1 - Math.max(inLonger.lead(), inShorter.lead())));
  }

  private void form(Map<Feature, Double> features) {
    features.put(Feature.LENGTH_RATIO, lengthRatio());
    features.put(Feature.SHORT_TEXT, shorter.body().length() < SHORT_TEXT ? containment() : 0);
    features.put(Feature.FIGURE_EDITS, figureEdits());
    features.put(Feature.HOURS, Math.min(1, hours() / LONG_AGO_HOURS));
    features.put(Feature.SAME_SOURCE, sameSource());
  }

  private void title(Map<Feature, Double> features) {
    double title = title();
    double ofLonger = told(shorter, longer);
    double again = Math.min(1, hours() / NEXT_OF_SERIES_HOURS);
    features.put(
        Feature.SERIES, sameSource() * shorter.headline().likeness(longer.headline()) * again);
    features.put(Feature.TITLE, title);
    features.put(Feature.TITLE_TOLD, (ofLonger + told(longer, shorter)) / 2);
    features.put(Feature.HEADLINES_APART, Math.min(shorter.untold(longer), longer.untold(shorter)));
    features.put(
        Feature.DIGEST,
        containment()
            * (1 - lengthRatio())
            * (1 - Math.min(1, Math.max(title, ofLonger) / SAID_TITLE)));
  }

  /** At most 1: the text with fewer different runs may have more words. */
  private double lengthRatio() {
    return Math.min(1, (double) shorter.body().length() / Math.max(1, longer.body().length()));
  }

  private double hours() {
    return Times.hoursApart(shorter.time(), longer.time());
  }

  private double sameSource() {
    return shorter.sameSource(longer) ? 1 : 0;
  }

  private double figureEdits() {
    Words words = shorter.body();
    int missing = 0;
    int figures = 0;
    for (int i = 0; i < words.length(); i++) {
      if (!longer.has(words.hash(i))) {
        missing++;
        figures += words.kind(i) == Words.Kind.FIGURE ? 1 : 0;
      }
    }
    return missing == 0 ? 0 : (double) figures / missing;
  }

  private static double told(Reading teller, Reading headed) {
    int size = headed.headline().size();
    return size == 0 ? 0 : (double) teller.told(headed.headline()) / size;
  }
}
