package org.headrace.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.headrace.model.ArticleId;
import org.headrace.model.Grouping;
import org.headrace.model.Remembered;
import org.headrace.model.Story;
import org.headrace.model.StoryId;

/** What is published, and the decisions that made it. */
public final class StoryTable {
  private final Database database;
  private final TimeSortedIds ids;

  StoryTable(Database database, TimeSortedIds ids) {
    this.database = database;
    this.ids = ids;
  }

  /**
   * Gives an article that was read its story, in one transaction, one after another over all nodes.
   * A revision stays in the story it has, without asking {@code placing} for one.
   *
   * @return empty if the article does not wait to be grouped
   */
  public Optional<StoryId> place(ArticleId id, Placing placing, Instant now) {
    return placeWaiting(id, 1, placing, now).stream().findFirst();
  }

  /**
   * The same for an article and others that wait, those that wait longest, in one transaction.
   *
   * @param most how many articles at most
   * @return the stories of all of them; none if the article does not wait to be grouped
   */
  public List<StoryId> placeWaiting(ArticleId id, int most, Placing placing, Instant now) {
    return database.read(handle -> Placement.isWaiting(handle, id))
        ? database.write(
            handle ->
                new Placement(handle, ids, now, database.skipLocked(), placing).place(id, most))
        : List.of();
  }

  /** Shows what has been decided, outside of any decision: what comes later comes later. */
  public void decided(Consumer<Known> reader) {
    database.read(
        handle -> {
          reader.accept(new Arrivals(handle));
          return true;
        });
  }

  /**
   * Decisions after number {@code order} about articles seen at {@code from} or later, in their
   * order. An article stands where it was last decided about.
   */
  public List<Remembered> since(long order, Instant from, int most) {
    return database.read(handle -> new MarkTable(handle).since(order, from, most));
  }

  /** The newest stories first, all of them or those of one of the operator's topics. */
  public List<Story> newest(int most, Optional<String> topic) {
    return database.read(handle -> new StoryRows(handle).newest(most, topic));
  }

  /**
   * The newest stories first, as marks.
   *
   * @param topics of the operator; any if there are none
   * @param after goes on behind this one
   */
  public List<StoryMark> marks(int most, Collection<String> topics, Optional<StoryMark> after) {
    return database.read(handle -> new StoryMarks(handle).newest(most, topics, after));
  }

  /** Stories that began between two moments, the latest first. */
  public List<StoryMark> begun(Instant from, Instant until, int most, Collection<String> topics) {
    return database.read(handle -> new StoryMarks(handle).begun(from, until, most, topics));
  }

  /** When the last story before {@code until} began; empty if there is none. */
  public Optional<Instant> lastBefore(Instant until, Collection<String> topics) {
    return database.read(handle -> new StoryMarks(handle).neighbour(until, true, topics));
  }

  /** When the first story from {@code moment} on began; empty if there is none. */
  public Optional<Instant> firstFrom(Instant moment, Collection<String> topics) {
    return database.read(handle -> new StoryMarks(handle).neighbour(moment, false, topics));
  }

  /** Some stories, in no order; those that are gone are missing. */
  public List<Story> read(Collection<StoryId> ids) {
    return database.read(
        handle -> new StoryRows(handle).read(ids.stream().map(StoryId::value).toList()));
  }

  /** One story. */
  public Optional<Story> find(StoryId id) {
    return database.read(handle -> new StoryRows(handle).find(id));
  }

  /** Rises with every change of any story. */
  public long version() {
    return database.read(handle -> Ledger.value(handle, Ledger.CHANGE));
  }

  /** The operator's topics, sorted. */
  public List<String> topics() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct topic from source_topic
                      join source on source.id = source_topic.source
                    where not source.paused
                    """)
                .mapTo(String.class)
                .stream()
                .sorted()
                .toList());
  }

  /** Why each article of a story is in it, in the order they came. */
  public List<Decision> decisions(StoryId id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select article.id, source.name, article.grouping, article.decided_at
                    from article join source on source.id = article.source
                    where article.story = :story order by article.id
                    """)
                .bind("story", id.value())
                .map(
                    (row, context) ->
                        new Decision(
                            new ArticleId(row.getLong("id")),
                            row.getString("name"),
                            Json.read(row.getString("grouping"), Grouping.class),
                            Instant.ofEpochMilli(row.getLong("decided_at"))))
                .list());
  }

  /** How much is kept. */
  public Counts counts() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select
                      (select count(*) from source where not paused) as sources,
                      (select count(*) from article) as articles,
                      (select count(*) from article where story > 0) as grouped,
                      (select count(*) from story) as stories,
                      (select count(*) from article where full_text) as full_text
                    """)
                .map(
                    (row, context) ->
                        new Counts(
                            row.getInt("sources"),
                            row.getInt("articles"),
                            row.getInt("stories"),
                            row.getInt("grouped") - row.getInt("stories"),
                            row.getInt("full_text")))
                .one());
  }
}
