package org.headrace.store;

import static org.headrace.store.Samples.HOUR;
import static org.headrace.store.Samples.NOON;
import static org.headrace.store.Samples.entry;
import static org.headrace.store.Samples.polled;
import static org.headrace.store.Samples.read;
import static org.headrace.store.Samples.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.headrace.model.Arrival;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Grouping;
import org.headrace.model.HostTurn;
import org.headrace.model.Marks;
import org.headrace.model.Source;

/** A store as it is after months, and what is asked of it all day. */
final class ManyArticles {
  private static final long FIRST = 1_000_000;
  private static final String TOPIC = "boats";

  private ManyArticles() {}

  /** What is asked all day, by what a person would call it. */
  interface Work {
    void run() throws Exception;
  }

  /**
   * Fills an empty store through its front door with one story, and with copies of that.
   *
   * @param sources how many, each at a host of its own
   * @param each how many articles each source has brought
   */
  static void fill(Store store, Connection connection, int sources, int each) throws SQLException {
    List<Source> listed =
        IntStream.range(0, sources).mapToObj(i -> source("h" + i + ".example", TOPIC)).toList();
    store.sources().sync(listed, NOON);
    HostTurn turn = store.turns().claim(1, HOUR, NOON).getFirst();
    ArticleId id =
        store
            .turns()
            .complete(turn, polled(NOON, entry("0", "Zero")), NOON)
            .orElseThrow()
            .getFirst();
    ArticleWork work = store.articles().claim(id, HOUR, NOON).orElseThrow();
    store.articles().keep(work, read(work, "It happened here. ".repeat(100)), NOON);
    store.stories().place(id, new SameText(), NOON).orElseThrow();
    try (Statement run = connection.createStatement()) {
      copyArticles(connection, run, id.value(), each);
      copyStories(run);
      run.execute(
          "insert into page_line (host, due) select name, %d from host".formatted(Hosts.NEVER));
      run.execute("update ledger set value = 100000000 where name = 'change'");
      run.execute("analyze");
    }
  }

  private static void copyArticles(Connection connection, Statement run, long id, int each)
      throws SQLException {
    Map<String, String> other = new HashMap<>();
    other.put("id", FIRST + " + n.number");
    other.put("source", "n.source");
    for (String key :
        List.of("entry_key", "link_key", "path_key", "title_key", "address_hash", "text_hash")) {
      other.put(key, "n.number * 7919");
    }
    other.put("story", "2 * %d + n.number".formatted(FIRST * FIRST));
    other.put("decided", "n.number");
    other.put("seen", Millis.of(NOON) + " - n.number * 1000");
    other.put("published", Millis.of(NOON) + " - n.number * 1000");
    StringJoiner names = new StringJoiner(", ");
    StringJoiner values = new StringJoiner(", ");
    for (String column : columns(connection)) {
      names.add(column);
      values.add(other.getOrDefault(column, "article." + column));
    }
    run.execute(
        """
        insert into article (%s)
        with recursive times (i) as (select 1 union all select i + 1 from times where i < %d),
          n as (select row_number() over () as number, source.id as source from source, times)
        select %s from article, n where article.id = %d
        """
            .formatted(names, each, values, id));
  }

  private static List<String> columns(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        connection.getMetaData().getColumns(null, connection.getSchema(), "article", "%")) {
      while (rows.next()) {
        names.add(rows.getString("COLUMN_NAME"));
      }
    }
    return names;
  }

  private static void copyStories(Statement run) throws SQLException {
    run.execute(
        "insert into story (id, face, published, updated, tag)"
            + " select story, id, published, published, 'tag:s.example,2026:' || id from article"
            + " where id > %d and id < %d".formatted(FIRST, FIRST * FIRST));
    run.execute(
        "insert into story_topic (topic, published, story)"
            + " select '%s', published, id from story where not exists".formatted(TOPIC)
            + " (select 1 from story_topic where story_topic.story = story.id)");
  }

  /** The next source's turn, from claim to story, each step by itself, and what readers need. */
  static Map<String, Work> day(Store store, Instant now) {
    Map<String, Work> day = new LinkedHashMap<>();
    List<HostTurn> turns = new ArrayList<>();
    List<ArticleId> ids = new ArrayList<>();
    PolledEntry[] entries =
        IntStream.range(0, 20)
            .mapToObj(i -> entry("new " + i, "Title " + i))
            .toArray(PolledEntry[]::new);
    day.put("claim hosts that are due", () -> turns.addAll(store.turns().claim(1, HOUR, now)));
    day.put(
        "look which of 20 entries are known",
        () -> store.articles().versions(turns.getLast().id(), List.of(entries)));
    day.put(
        "keep a poll with 20 new entries",
        () ->
            ids.addAll(
                store.turns().complete(turns.getLast(), polled(now, entries), now).orElseThrow()));
    day.put(
        "keep a poll without news",
        () -> {
          HostTurn turn = store.turns().claim(1, HOUR, now).getFirst();
          store.turns().complete(turn, polled(now), now).orElseThrow();
        });
    day.put(
        "claim an entry and keep its article",
        () -> {
          ArticleWork work = store.articles().claim(ids.getFirst(), HOUR, now).orElseThrow();
          store.articles().keep(work, read(work, "Something else " + work.id() + "."), now);
        });
    day.put(
        "decide about an article",
        () -> store.stories().place(ids.removeFirst(), new Asking(), now).orElseThrow());
    day.put("find entries nobody reads", () -> store.articles().lapsedUnread(1, HOUR, now));
    day.put("find articles nobody groups", () -> store.articles().lapsedUngrouped(1, HOUR, now));
    day.put("claim hosts whose pages wait", () -> store.pages().claim(10, HOUR, now));
    day.put("count what waits", () -> store.articles().unfinished(now));
    day.put("see whether a story changed", () -> store.stories().version());
    day.put("read the newest 200 stories", () -> store.stories().newest(200, Optional.empty()));
    day.put(
        "read the newest 200 of a topic", () -> store.stories().newest(200, Optional.of(TOPIC)));
    day.put(
        "take the next 20 for the log of stories",
        () -> store.storyLog().claim(20, Duration.ZERO, now));
    day.put(
        "see whether the list in the store changed",
        () -> store.documents().edition("sources.yaml"));
    day.put("find sources in trouble", () -> store.sources().troubled());
    day.put("look at one source", () -> store.sources().find(turns.getLast().id()));
    return day;
  }

  /** Looks everything up that a decision may need. */
  private static final class Asking implements Placing {
    private final Placing same = new SameText();

    @Override
    public Grouping place(Arrival arrival, Known known) {
      known.since(99_999_999, known.latest(), decided -> {});
      known.byAddress(arrival.address());
      known.byText(arrival.fingerprint().textHash());
      return same.place(arrival, known);
    }

    @Override
    public Marks marks(Arrival arrival) {
      return same.marks(arrival);
    }

    @Override
    public ArticleId face(List<Article> articles) {
      return same.face(articles);
    }
  }
}
