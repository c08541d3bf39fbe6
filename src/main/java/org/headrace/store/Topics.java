package org.headrace.store;

import java.util.LinkedHashSet;
import java.util.List;
import org.headrace.model.Source;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Which stories belong to which of the operator's topics: those that a source of it carried. */
final class Topics {
  private Topics() {}

  /** Sets the topics of sources that were never listed before and so have carried nothing. */
  static void ofNew(Handle handle, List<Source> sources) {
    PreparedBatch batch =
        handle.prepareBatch("insert into source_topic (source, topic) values (:id, :topic)");
    for (Source source : sources) {
      for (String topic : new LinkedHashSet<>(source.topics())) {
        batch.bind("id", source.id().value()).bind("topic", Storable.text(topic)).add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Sets the topics of sources, and of the stories they carried. */
  static void ofSources(Handle handle, List<Source> sources) {
    for (Source source : sources) {
      long id = source.id().value();
      handle.createUpdate("delete from source_topic where source = :id").bind("id", id).execute();
      ofNew(handle, List.of(source));
      if (refile(handle, id)) {
        Ledger.raise(handle, Ledger.CHANGE);
      }
    }
  }

  /** Files the stories of a source anew; false if it has none. */
  private static boolean refile(Handle handle, long source) {
    List<Long> stories =
        handle
            .createQuery("select distinct story from article where source = :source and story != 0")
            .bind("source", source)
            .mapTo(Long.class)
            .list();
    for (List<Long> chunk : Chunks.of(stories)) {
      handle
          .createUpdate("delete from story_topic where story in (<stories>)")
          .bindList("stories", chunk)
          .execute();
      handle
          .createUpdate(
              """
              insert into story_topic (topic, published, story)
              select distinct source_topic.topic, story.published, story.id
              from story
                join article on article.story = story.id
                join source_topic on source_topic.source = article.source
              where story.id in (<stories>)
              """)
          .bindList("stories", chunk)
          .execute();
    }
    return !stories.isEmpty();
  }

  /** Files stories under the topics of the sources that carry them. */
  static void ofStories(Handle handle, List<DecidedArticle> articles, StoryFaces faces) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into story_topic (topic, published, story)
            select topic, :published, :story from source_topic where source = :source
            on conflict (topic, published, story) do nothing
            """);
    for (DecidedArticle one : articles) {
      faces
          .find(one.story())
          .ifPresent(
              face ->
                  batch
                      .bind("published", face.published())
                      .bind("story", face.story())
                      .bind("source", one.waiting().source())
                      .add());
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
