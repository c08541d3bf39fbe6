package org.headrace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.headrace.model.SourceId;
import org.headrace.model.StoryId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Looks stories up without reading them. */
final class StoryMarks {
  private static final String MARK =
      """
      select story.id, article.source, story.published, story.updated,
        (select max(a.decided) from article a where a.story = story.id) as decided,
        (select count(*) from article a where a.story = story.id) as articles
      from story join article on article.id = story.face
      """;
  private static final String IN_TOPICS =
      " and story.id in (select story from story_topic where topic in (<topics>))";

  private final Handle handle;

  StoryMarks(Handle handle) {
    this.handle = handle;
  }

  /** Each topic has its stories in order already, so the newest of each are all that is read. */
  List<StoryMark> newest(int most, Collection<String> topics, Optional<StoryMark> after) {
    if (topics.isEmpty()) {
      return newest(MARK + " where 1 = 1", "story.published", "story.id", most, after, "");
    }
    Set<StoryMark> newest =
        new TreeSet<>(
            Comparator.comparing(StoryMark::published)
                .thenComparing(mark -> mark.id().value())
                .reversed());
    for (String topic : topics) {
      newest.addAll(
          newest(
              MARK
                  + " join story_topic on story_topic.story = story.id"
                  + " where story_topic.topic = :topic",
              "story_topic.published",
              "story_topic.story",
              most,
              after,
              topic));
    }
    return newest.stream().limit(most).toList();
  }

  private List<StoryMark> newest(
      String marks,
      String published,
      String id,
      int most,
      Optional<StoryMark> after,
      String topic) {
    String later =
        after.isEmpty()
            ? ""
            : " and (%1$s < :published or (%1$s = :published and %2$s < :id))"
                .formatted(published, id);
    Query query =
        handle.createQuery(
            marks + later + " order by " + published + " desc, " + id + " desc limit :most");
    if (!topic.isEmpty()) {
      query.bind("topic", Storable.text(topic));
    }
    after.ifPresent(
        mark -> query.bind("published", Millis.of(mark.published())).bind("id", mark.id().value()));
    return query.bind("most", most).map((row, context) -> mark(row)).list();
  }

  /** Those that began between two moments, the latest first. */
  List<StoryMark> begun(Instant from, Instant until, int most, Collection<String> topics) {
    return query(
            MARK
                + " where story.id >= :from and story.id < :until"
                + (topics.isEmpty() ? "" : IN_TOPICS)
                + " order by story.id desc limit :most",
            topics)
        .bind("from", TimeSortedIds.first(from))
        .bind("until", TimeSortedIds.first(until))
        .bind("most", most)
        .map((row, context) -> mark(row))
        .list();
  }

  /** When the last story before {@code until}, or the first from it on, began. */
  Optional<Instant> neighbour(Instant until, boolean earlier, Collection<String> topics) {
    return query(
            "select "
                + (earlier ? "max" : "min")
                + "(story.id) from story where story.id "
                + (earlier ? "<" : ">=")
                + " :until"
                + (topics.isEmpty() ? "" : IN_TOPICS),
            topics)
        .bind("until", TimeSortedIds.first(until))
        .map((row, context) -> row.getLong(1))
        .findOne()
        .filter(id -> id != 0)
        .map(TimeSortedIds::time);
  }

  private Query query(String text, Collection<String> topics) {
    Query query = handle.createQuery(text);
    return topics.isEmpty()
        ? query
        : query.bindList("topics", topics.stream().map(Storable::text).toList());
  }

  private static StoryMark mark(ResultSet row) throws SQLException {
    return new StoryMark(
        new StoryId(row.getLong("id")),
        new SourceId(row.getLong("source")),
        Instant.ofEpochMilli(row.getLong("published")),
        Instant.ofEpochMilli(row.getLong("updated")),
        row.getLong("decided"),
        row.getInt("articles"));
  }
}
