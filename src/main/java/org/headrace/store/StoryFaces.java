package org.headrace.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The stories that a round of decisions begins or adds to, and which of their articles they show.
 */
final class StoryFaces {
  /** Of a story with more articles the latecomers do not stand for being shown. */
  private static final int MOST = 24;

  private final Handle handle;
  private final Instant now;
  private final Map<Long, Optional<Face>> known = new HashMap<>();

  /** Which article a story shows, and since when the story is published. */
  record Face(long story, long article, long published) {}

  StoryFaces(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /** What a story shows; empty if it is no longer kept. */
  Optional<Face> find(long story) {
    return known.computeIfAbsent(story, this::read);
  }

  private Optional<Face> read(long story) {
    return handle
        .createQuery("select face, published from story where id = :id")
        .bind("id", story)
        .map((row, context) -> new Face(story, row.getLong("face"), row.getLong("published")))
        .findOne();
  }

  /** Begins a story with its first article. It is kept with {@link #keep}. */
  void begin(long story, Waiting waiting, Article article) {
    long published =
        article
            .published()
            .map(Millis::of)
            .filter(at -> at <= Millis.of(now))
            .orElse(Millis.of(waiting.seen()));
    known.put(story, Optional.of(new Face(story, waiting.id(), published)));
  }

  /** Keeps the stories that were begun. */
  void keep(Collection<Long> begun) {
    if (begun.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into story (id, face, published, updated, tag)
            values (:id, :face, :published, :published, :tag)
            """);
    for (long story : begun) {
      Face face = find(story).orElseThrow();
      batch
          .bind("id", story)
          .bind("face", face.article)
          .bind("published", face.published)
          .bind("tag", tag(story))
          .add();
    }
    batch.execute();
  }

  /** Minted once, see RFC 4151; the day is that of the minting, in UTC. */
  private String tag(long story) {
    return "tag:headrace.org,"
        + now.atZone(ZoneOffset.UTC).toLocalDate()
        + ":story/"
        + Long.toString(story, Character.digit('v', Character.MAX_RADIX) + 1);
  }

  /**
   * Chooses the face of a story anew, which is kept, after an article of it is.
   *
   * @param arrived the article
   * @param rewritten true if it is a revision with other words: then a story that shows it counts
   *     as updated
   */
  void refresh(long story, long arrived, boolean rewritten, Placing placing) {
    find(story).ifPresent(face -> refresh(face, arrived, rewritten, placing));
  }

  private void refresh(Face face, long arrived, boolean rewritten, Placing placing) {
    long chosen = choose(face, arrived, placing);
    if (chosen != face.article) {
      handle
          .createUpdate("update story set face = :face where id = :id")
          .bind("face", chosen)
          .bind("id", face.story)
          .execute();
      known.put(face.story, Optional.of(new Face(face.story, chosen, face.published)));
    }
    if (rewritten && chosen == arrived && face.article == arrived) {
      handle
          .createUpdate("update story set updated = :now where id = :id and updated < :now")
          .bind("now", Millis.of(now))
          .bind("id", face.story)
          .execute();
    }
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
            .bind("most", MOST)
            .map((row, context) -> Json.read(row.getString("body"), Article.class))
            .list();
    ArticleId chosen = placing.face(articles);
    return articles.stream().anyMatch(article -> article.id().equals(chosen))
        ? chosen.value()
        : face.article;
  }
}
