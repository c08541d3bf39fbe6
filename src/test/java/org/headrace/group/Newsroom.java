package org.headrace.group;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.headrace.fingerprint.Fingerprints;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;
import org.headrace.model.Grouping;
import org.headrace.model.Remembered;
import org.headrace.model.SourceId;
import org.headrace.model.StoryId;

/** Sends articles to an index, one after the other, and keeps what was decided. */
final class Newsroom {
  static final Instant MONDAY = Instant.parse("2026-03-02T06:00:00Z");

  final List<Remembered> decided = new ArrayList<>();
  private final Map<ArticleId, Arrival> kept = new HashMap<>();
  private final StoryIndex index;

  Newsroom(Strictness strictness) {
    index = new StoryIndex(new GroupSettings(strictness, Duration.ofDays(7)));
  }

  Newsroom() {
    this(Strictness.SAME_STORY);
  }

  StoryIndex index() {
    return index;
  }

  /** An article of a source, some hours after Monday morning. */
  static Arrival article(long id, long source, double hours, String title, String text) {
    return article(id, source, hours, "s" + source + ".example/" + id, "", title, text);
  }

  static Arrival article(
      long id,
      long source,
      double hours,
      String address,
      String canonical,
      String title,
      String text) {
    Instant seen = MONDAY.plusSeconds((long) (hours * 3600));
    return new Arrival(
        new ArticleId(id),
        new SourceId(source),
        address,
        canonical,
        title,
        Optional.of(seen.minusSeconds(300)),
        seen,
        Fingerprints.of(title, text));
  }

  /** What another index, told the same, decides. */
  Grouping decides(StoryIndex other, Arrival arrival) {
    return other.decide(
        arrival, ids -> ids.stream().map(kept::get).filter(Objects::nonNull).toList());
  }

  /** Decides, but does not learn. */
  Grouping decides(Arrival arrival) {
    return decides(index, arrival);
  }

  /** Learns what was decided elsewhere. */
  void learns(Arrival arrival, StoryId story) {
    Remembered remembered =
        new Remembered(
            decided.size() + 1,
            arrival.id(),
            arrival.source(),
            story,
            arrival.seen(),
            StoryIndex.marks(arrival));
    kept.put(arrival.id(), arrival);
    decided.add(remembered);
    index.learn(remembered);
  }

  /** Its text is no longer to be had. */
  void loses(long id) {
    kept.remove(new ArticleId(id));
  }

  /** Decides and learns; the story of what begins one is numbered as the article. */
  Grouping arrives(Arrival arrival) {
    Grouping grouping = decides(arrival);
    StoryId story =
        switch (grouping) {
          case Grouping.Joins joins -> joins.story();
          case Grouping.Begins begins -> new StoryId(arrival.id().value());
        };
    learns(arrival, story);
    return grouping;
  }
}
