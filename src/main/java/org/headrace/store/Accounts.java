package org.headrace.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Entry;
import org.headrace.model.Grouping;
import org.headrace.model.Source;
import org.headrace.model.SourceId;
import org.headrace.model.StableHash;
import org.headrace.model.StoryId;
import org.headrace.url.CanonicalUrl;
import org.jdbi.v3.core.statement.Query;

/** Tells what became of single entries: found where, kept or left out why, joined with what. */
public final class Accounts {
  private static final int MOST = 200;
  private static final String COLUMNS =
      """
      select article.id, article.state, article.reason, article.seen, article.last_seen,
        article.attempts, article.wait_until, article.story, article.decided_at, article.grouping,
        article.body, article.reading, article.entry, source.body as source_body, source.paused,
        (select count(*) from story other join story own on own.id = article.story
          where other.published > own.published
            or (other.published = own.published and other.id > own.id)) as newer
      from article join source on source.id = article.source
      """;

  private final Database database;

  Accounts(Database database) {
    this.database = database;
  }

  /** Every article of a story, in the order they came. */
  public List<Account> of(StoryId story) {
    return database.read(
        handle ->
            list(
                handle
                    .createQuery(
                        COLUMNS + "where article.story = :story order by article.id limit :most")
                    .bind("story", story.value())));
  }

  /** The story that is published under a {@code tag:} URI. */
  public Optional<StoryId> tagged(String tag) {
    return database.read(
        handle ->
            handle
                .createQuery("select id from story where tag = :tag")
                .bind("tag", Storable.text(tag))
                .mapTo(Long.class)
                .findOne()
                .map(StoryId::new));
  }

  /** Every entry that stands, or whose article stands, at an address; of any source. */
  public List<Account> at(URI address) {
    long hash = StableHash.of(CanonicalUrl.key(address));
    return database.read(
        handle ->
            list(
                handle
                    .createQuery(
                        COLUMNS
                            + "where (address_hash != 0 and address_hash = :hash)"
                            + " or (canonical_hash != 0 and canonical_hash = :hash)"
                            + " or link_key = :hash order by article.id limit :most")
                    .bind("hash", hash)));
  }

  /** The newest articles in whose title {@code words} stand, whatever their case. */
  public List<Account> titled(String words, int most) {
    return latest(new AccountQuery(words, List.of(), Optional.empty()), most);
  }

  /** The newest entries of a source. */
  public List<Account> newest(SourceId source, int most) {
    return latest(new AccountQuery("", List.of(source), Optional.empty()), most);
  }

  /** The newest entries that were asked for. */
  public List<Account> latest(AccountQuery asked, int most) {
    List<String> conditions = new ArrayList<>();
    if (!asked.words().isEmpty()) {
      conditions.add("lower(article.title) like :pattern escape '\\'");
    }
    if (!asked.sources().isEmpty()) {
      conditions.add("article.source in (<sources>)");
    }
    if (asked.state().isPresent()) {
      conditions.add("article.state = :state");
    }
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    String pattern = asked.words().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0");
    return database.read(
        handle -> {
          Query query =
              handle.createQuery(COLUMNS + where + " order by article.id desc limit :most");
          if (!asked.words().isEmpty()) {
            query.bind("pattern", "%" + Storable.text(pattern) + "%");
          }
          if (!asked.sources().isEmpty()) {
            query.bindList("sources", asked.sources().stream().map(SourceId::value).toList());
          }
          asked
              .state()
              .ifPresent(state -> query.bind("state", state.name().toLowerCase(Locale.ROOT)));
          return query.bind("most", most).map((row, context) -> account(row)).list();
        });
  }

  /** One entry. */
  public Optional<Account> find(ArticleId id) {
    return database.read(
        handle ->
            list(
                    handle
                        .createQuery(COLUMNS + "where article.id = :id limit :most")
                        .bind("id", id.value()))
                .stream()
                .findFirst());
  }

  /** How many entries of each source were first met in each of the last {@code days}. */
  public Map<SourceId, int[]> daily(int days, Instant now) {
    long day = Duration.ofDays(1).toMillis();
    long first = now.toEpochMilli() / day - days + 1;
    Map<SourceId, int[]> daily = new HashMap<>();
    database.read(
        handle -> {
          handle
              .createQuery(
                  """
                  select source, seen / :day as met, count(*) as entries from article
                  where seen >= :since group by source, seen / :day
                  """)
              .bind("day", day)
              .bind("since", first * day)
              .map(
                  (row, context) ->
                      new long[] {
                        row.getLong("source"), row.getLong("met"), row.getLong("entries")
                      })
              .forEach(
                  row -> {
                    int at = (int) (row[1] - first);
                    if (at >= 0 && at < days) {
                      daily.computeIfAbsent(new SourceId(row[0]), id -> new int[days])[at] =
                          (int) row[2];
                    }
                  });
          return true;
        });
    return daily;
  }

  private static List<Account> list(Query query) {
    return query.bind("most", MOST).map((row, context) -> account(row)).list();
  }

  private static Account account(ResultSet row) throws SQLException {
    long story = row.getLong("story");
    long wait = row.getLong("wait_until");
    long decided = row.getLong("decided_at");
    String entry = row.getString("entry");
    String grouping = row.getString("grouping");
    return new Account(
        new ArticleId(row.getLong("id")),
        Json.read(row.getString("source_body"), Source.class),
        row.getBoolean("paused"),
        Account.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        Instant.ofEpochMilli(row.getLong("seen")),
        Instant.ofEpochMilli(row.getLong("last_seen")),
        row.getInt("attempts"),
        wait > 0 ? Optional.of(Instant.ofEpochMilli(wait)) : Optional.empty(),
        entry.isEmpty() ? Optional.empty() : Optional.of(Json.read(entry, Entry.class)),
        article(row),
        story > 0 ? Optional.of(new StoryId(story)) : Optional.empty(),
        grouping.isEmpty() ? Optional.empty() : Optional.of(Json.read(grouping, Grouping.class)),
        decided > 0 ? Optional.of(Instant.ofEpochMilli(decided)) : Optional.empty(),
        row.getInt("newer"));
  }

  private static Optional<Article> article(ResultSet row) throws SQLException {
    String reading = row.getString("reading");
    String body = row.getString("body");
    if (!reading.isEmpty()) {
      return Optional.of(Json.read(reading, Reading.class).article());
    }
    return body.isEmpty() ? Optional.empty() : Optional.of(Json.read(body, Article.class));
  }
}
