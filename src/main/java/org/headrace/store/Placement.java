package org.headrace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Arrival;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Grouping;
import org.headrace.model.Remembered;
import org.headrace.model.SourceId;
import org.headrace.model.StoryId;
import org.headrace.model.TextOrigin;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One decision: gives an article its story and brings that story up to date. */
final class Placement {
  /** Of a story with more articles the latecomers do not stand for being shown. */
  private static final int FACES = 24;

  private final Handle handle;
  private final TimeSortedIds ids;
  private final Instant now;

  Placement(Handle handle, TimeSortedIds ids, Instant now) {
    this.handle = handle;
    this.ids = ids;
    this.now = now;
  }

  /**
   * An article that waits to be grouped.
   *
   * @param story 0 if it has none yet
   * @param fence rises if its entry is revised meanwhile
   */
  private record Waiting(
      long id, long source, long story, Instant seen, long fence, String grouping, String reading) {
    static Waiting of(ResultSet row) throws SQLException {
      return new Waiting(
          row.getLong("id"),
          row.getLong("source"),
          row.getLong("story"),
          Instant.ofEpochMilli(row.getLong("seen")),
          row.getLong("fence"),
          row.getString("grouping"),
          row.getString("reading"));
    }
  }

  Optional<StoryId> place(ArticleId id, Placing placing) {
    if (waiting(id).isEmpty()) {
      return Optional.empty();
    }
    long order = Ledger.raise(handle, Ledger.CHANGE);
    return waiting(id).flatMap(article -> place(article, order, placing));
  }

  private Optional<Waiting> waiting(ArticleId id) {
    return handle
        .createQuery(
            "select id, source, story, seen, fence, grouping, reading from article"
                + " where id = :id and state = 'read'")
        .bind("id", id.value())
        .map((row, context) -> Waiting.of(row))
        .findOne();
  }

  private Optional<StoryId> place(Waiting waiting, long order, Placing placing) {
    ReadArticle read;
    try {
      read = Json.read(waiting.reading, Reading.class).toRead();
    } catch (IllegalArgumentException e) {
      readAgain(waiting);
      return Optional.empty();
    }
    return waiting.story == 0
        ? placeNew(waiting, read, order, placing)
        : placeRevision(waiting, read, order, placing);
  }

  /** What an earlier program read cannot be recognised by this one: its page is read once more. */
  private void readAgain(Waiting waiting) {
    handle
        .createUpdate(
            """
            update article set state = 'new', reading = '', due = :now, fence = fence + 1
            where id = :id and fence = :fence
            """)
        .bind("now", Millis.of(now))
        .bind("id", waiting.id)
        .bind("fence", waiting.fence)
        .execute();
  }

  private Optional<StoryId> placeNew(
      Waiting waiting, ReadArticle read, long order, Placing placing) {
    Grouping grouping = placing.place(arrival(waiting, read), new Arrivals(handle));
    Optional<Face> joined =
        grouping instanceof Grouping.Joins joins ? face(joins.story().value()) : Optional.empty();
    long story = joined.map(Face::story).orElseGet(() -> ids.next(now));
    if (!keep(waiting, read, story, order, Json.write(grouping))) {
      return Optional.empty();
    }
    remember(waiting, read, story, order, placing);
    if (joined.isPresent()) {
      refresh(joined.get(), waiting, false, placing);
    } else {
      begin(story, waiting, read.article());
    }
    return Optional.of(new StoryId(story));
  }

  private Optional<StoryId> placeRevision(
      Waiting waiting, ReadArticle read, long order, Placing placing) {
    @Nullable Article before = shown(waiting.id);
    if (!keep(waiting, read, waiting.story, order, waiting.grouping)) {
      return Optional.empty();
    }
    remember(waiting, read, waiting.story, order, placing);
    boolean rewritten = before != null && !sameWords(before, read.article());
    face(waiting.story).ifPresent(face -> refresh(face, waiting, rewritten, placing));
    return Optional.of(new StoryId(waiting.story));
  }

  private @Nullable Article shown(long article) {
    return handle
        .createQuery("select body from article where id = :id and body != ''")
        .bind("id", article)
        .mapTo(String.class)
        .findOne()
        .map(body -> Json.read(body, Article.class))
        .orElse(null);
  }

  private static boolean sameWords(Article before, Article after) {
    return before.title().equals(after.title()) && before.text().equals(after.text());
  }

  private static Arrival arrival(Waiting waiting, ReadArticle read) {
    return new Arrival(
        new ArticleId(waiting.id),
        new SourceId(waiting.source),
        read.address(),
        read.canonical(),
        Storable.text(read.article().title().value()),
        read.article().published(),
        waiting.seen,
        read.fingerprint());
  }

  /** False if the entry was revised meanwhile: then it waits to be read once more. */
  private boolean keep(Waiting waiting, ReadArticle read, long story, long order, String grouping) {
    Article article = read.article();
    return handle
            .createUpdate(
                """
                update article set state = 'grouped', story = :story, decided = :order,
                  decided_at = case when story = 0 then :now else decided_at end,
                  full_text = :fullText, address_hash = :addressHash,
                  canonical_hash = :canonicalHash, text_hash = :textHash, published = :published,
                  address = :address, canonical = :canonical, title = :title, link = :link,
                  fingerprint = :fingerprint, grouping = :grouping, body = :body, reading = '',
                  entry = '', reason = ''
                where id = :id and state = 'read' and fence = :fence
                """)
            .bind("id", waiting.id)
            .bind("fence", waiting.fence)
            .bind("story", story)
            .bind("order", order)
            .bind("now", Millis.of(now))
            .bind(
                "fullText",
                article.origin() == TextOrigin.PAGE || article.origin() == TextOrigin.FEED)
            .bind("addressHash", Arrivals.hash(read.address()))
            .bind("canonicalHash", Arrivals.hash(read.canonical()))
            .bind("textHash", read.fingerprint().textHash())
            .bind("published", article.published().map(Millis::of).orElse(null))
            .bind("address", read.address())
            .bind("canonical", read.canonical())
            .bind("title", Storable.text(article.title().value()))
            .bind("link", Storable.text(article.link().map(Object::toString).orElse("")))
            .bind("fingerprint", read.fingerprint().toBytes())
            .bind("grouping", grouping)
            .bind("body", Json.write(article))
            .execute()
        == 1;
  }

  private void remember(
      Waiting waiting, ReadArticle read, long story, long order, Placing placing) {
    new MarkTable(handle)
        .put(
            new Remembered(
                order,
                new ArticleId(waiting.id),
                new SourceId(waiting.source),
                new StoryId(story),
                waiting.seen,
                placing.marks(arrival(waiting, read))));
  }

  private void begin(long story, Waiting waiting, Article article) {
    long published =
        article
            .published()
            .map(Millis::of)
            .filter(at -> at <= Millis.of(now))
            .orElse(Millis.of(waiting.seen));
    handle
        .createUpdate(
            """
            insert into story (id, face, published, updated, tag)
            values (:id, :face, :published, :published, :tag)
            """)
        .bind("id", story)
        .bind("face", waiting.id)
        .bind("published", published)
        .bind("tag", tag(story))
        .execute();
    Topics.ofStory(handle, story, published, waiting.source);
  }

  /** Minted once, see RFC 4151; the day is that of the minting, in UTC. */
  private String tag(long story) {
    return "tag:headrace.org,"
        + now.atZone(ZoneOffset.UTC).toLocalDate()
        + ":story/"
        + Long.toString(story, Character.digit('v', Character.MAX_RADIX) + 1);
  }

  /** Which article a story shows, and since when the story is published. */
  private record Face(long story, long article, long published) {}

  private Optional<Face> face(long story) {
    return handle
        .createQuery("select face, published from story where id = :id")
        .bind("id", story)
        .map((row, context) -> new Face(story, row.getLong("face"), row.getLong("published")))
        .findOne();
  }

  /** Chooses the face anew. The story counts as updated only if the words shown were rewritten. */
  private void refresh(Face face, Waiting waiting, boolean rewritten, Placing placing) {
    long chosen = choose(face, waiting.id, placing);
    boolean updated = rewritten && chosen == waiting.id && face.article == waiting.id;
    handle
        .createUpdate("update story set face = :face where id = :id")
        .bind("face", chosen)
        .bind("id", face.story)
        .execute();
    if (updated) {
      handle
          .createUpdate("update story set updated = :now where id = :id and updated < :now")
          .bind("now", Millis.of(now))
          .bind("id", face.story)
          .execute();
    }
    Topics.ofStory(handle, face.story, face.published, waiting.source);
  }

  private long choose(Face face, long arrived, Placing placing) {
    List<Article> articles =
        handle
            .createQuery(
                """
                select body from (
                  select id, body from article where story = :story
                  order by case when id in (:face, :arrived) then 0 else 1 end, id
                  limit :most) as candidates
                order by id
                """)
            .bind("story", face.story)
            .bind("face", face.article)
            .bind("arrived", arrived)
            .bind("most", FACES)
            .map((row, context) -> Json.read(row.getString("body"), Article.class))
            .list();
    ArticleId chosen = placing.face(articles);
    return articles.stream().anyMatch(article -> article.id().equals(chosen))
        ? chosen.value()
        : face.article;
  }
}
