package org.headrace.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Article;
import org.headrace.model.Mention;
import org.headrace.model.PlainText;
import org.headrace.model.SourceId;
import org.headrace.model.Story;
import org.headrace.model.StoryId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads stories: the article shown, and who else carried it. */
final class StoryRows {
  private static final String WITH_FACE =
      """
      select story.id, story.tag, story.published, story.updated, article.body
      from story join article on article.id = story.face
      """;

  private final Handle handle;

  StoryRows(Handle handle) {
    this.handle = handle;
  }

  List<Story> newest(int most, Optional<String> topic) {
    Query query =
        topic
            .map(
                name ->
                    handle
                        .createQuery(
                            WITH_FACE
                                + """
                                join story_topic on story_topic.story = story.id
                                where story_topic.topic = :topic
                                order by story_topic.published desc, story_topic.story desc
                                limit :most
                                """)
                        .bind("topic", Storable.text(name)))
            .orElseGet(
                () ->
                    handle.createQuery(
                        WITH_FACE + "order by story.published desc, story.id desc limit :most"));
    return withMentions(query.bind("most", most));
  }

  List<Story> read(List<Long> ids) {
    List<Story> stories = new ArrayList<>();
    for (List<Long> chunk : Chunks.of(ids)) {
      stories.addAll(
          withMentions(
              handle
                  .createQuery(WITH_FACE + "where story.id in (<ids>)")
                  .bindList("ids", chunk)));
    }
    return stories;
  }

  Optional<Story> find(StoryId id) {
    Query query = handle.createQuery(WITH_FACE + "where story.id = :id").bind("id", id.value());
    return withMentions(query).stream().findFirst();
  }

  private List<Story> withMentions(Query query) {
    List<Story> stories = query.map((row, context) -> story(row)).list();
    Map<Long, Map<SourceId, Mention>> mentions =
        mentions(stories.stream().map(story -> story.id().value()).toList());
    return stories.stream()
        .map(story -> with(story, mentions.getOrDefault(story.id().value(), Map.of())))
        .toList();
  }

  private static Story story(ResultSet row) throws SQLException {
    return new Story(
        new StoryId(row.getLong("id")),
        row.getString("tag"),
        Json.read(row.getString("body"), Article.class),
        List.of(),
        Instant.ofEpochMilli(row.getLong("published")),
        Instant.ofEpochMilli(row.getLong("updated")));
  }

  private static Story with(Story story, Map<SourceId, Mention> mentions) {
    List<Mention> others = new ArrayList<>(mentions.values());
    others.removeIf(mention -> mention.source().equals(story.face().source()));
    return new Story(
        story.id(), story.tag(), story.face(), others, story.published(), story.updated());
  }

  /** Every source of each story, with the first article it sent. */
  private Map<Long, Map<SourceId, Mention>> mentions(List<Long> stories) {
    Map<Long, Map<SourceId, Mention>> mentions = new HashMap<>();
    for (List<Long> chunk : Chunks.of(stories)) {
      handle
          .createQuery(
              """
              select article.story, article.source, source.name, article.title, article.link
              from article join source on source.id = article.source
              where article.story in (<stories>) order by article.id
              """)
          .bindList("stories", chunk)
          .map((row, context) -> Map.entry(row.getLong("story"), mention(row)))
          .forEach(
              one ->
                  mentions
                      .computeIfAbsent(one.getKey(), story -> new LinkedHashMap<>())
                      .putIfAbsent(one.getValue().source(), one.getValue()));
    }
    return mentions;
  }

  private static Mention mention(ResultSet row) throws SQLException {
    String link = row.getString("link");
    return new Mention(
        new SourceId(row.getLong("source")),
        row.getString("name"),
        new PlainText(row.getString("title")),
        link.isEmpty() ? Optional.empty() : Optional.of(URI.create(link)));
  }
}
