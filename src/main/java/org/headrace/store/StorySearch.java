package org.headrace.store;

import java.util.List;
import org.headrace.model.Article;
import org.headrace.model.PlainText;
import org.headrace.model.Story;
import org.headrace.model.StoryId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Finds stories by their words. The index follows the stories at a distance: what changed since the
 * last time is brought in by {@link #catchUp}, so that nothing else has to wait for it.
 */
public final class StorySearch {
  private static final int STORIES = 200;
  private static final int WORDS = 20_000;
  private static final int WANTED = 12;

  private final Database database;
  private final SearchDialect dialect;

  StorySearch(Database database) {
    this.database = database;
    this.dialect = database.search();
  }

  /**
   * Brings some of what changed into the index.
   *
   * @return true if there may be more
   */
  public boolean catchUp() {
    boolean behind =
        database.read(
            handle ->
                Ledger.value(handle, Ledger.SEARCH) < Ledger.value(handle, Ledger.CHANGE));
    return behind && database.write(this::step);
  }

  /** Drops the words of stories that are gone. */
  public void forget() {
    List<Long> gone =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "select story from story_searched where not exists"
                            + " (select 1 from story where story.id = story_searched.story)")
                    .mapTo(Long.class)
                    .list());
    for (List<Long> chunk : Chunks.of(gone)) {
      database.write(
          handle -> {
            drop(handle, chunk);
            return true;
          });
    }
  }

  /**
   * Stories that have all the words of {@code text}, the last of which may go on; the latest first.
   * None if there is no word in it.
   */
  public List<StoryId> find(String text, int most) {
    List<String> words = SearchWords.of(text, WANTED);
    if (words.isEmpty()) {
      return List.of();
    }
    return database.read(
        handle ->
            handle
                .createQuery(dialect.find())
                .bind("wanted", dialect.wanted(words))
                .bind("most", most)
                .mapTo(Long.class)
                .stream()
                .map(StoryId::new)
                .toList());
  }

  private boolean step(Handle handle) {
    long from = Ledger.value(handle, Ledger.SEARCH);
    List<Long> decided =
        handle
            .createQuery(
                "select decided from article where decided > :from and story != 0"
                    + " order by decided limit :most")
            .bind("from", from)
            .bind("most", STORIES)
            .mapTo(Long.class)
            .list();
    long to =
        decided.size() < STORIES ? Ledger.value(handle, Ledger.CHANGE) : decided.getLast();
    List<Long> stories =
        handle
            .createQuery(
                "select distinct story from article"
                    + " where decided > :from and decided <= :to and story != 0")
            .bind("from", from)
            .bind("to", to)
            .mapTo(Long.class)
            .list();
    if (!stories.isEmpty()) {
      drop(handle, stories);
      add(handle, new StoryRows(handle).read(stories));
    }
    Ledger.set(handle, Ledger.SEARCH, to);
    return decided.size() == STORIES;
  }

  private void add(Handle handle, List<Story> stories) {
    if (stories.isEmpty()) {
      return;
    }
    PreparedBatch words = handle.prepareBatch(dialect.insert());
    PreparedBatch searched =
        handle.prepareBatch("insert into story_searched (story) values (:story)");
    for (Story story : stories) {
      words
          .bind("story", story.id().value())
          .bind("words", String.join(" ", SearchWords.of(text(story.face()), WORDS)))
          .add();
      searched.bind("story", story.id().value()).add();
    }
    words.execute();
    searched.execute();
  }

  private void drop(Handle handle, List<Long> stories) {
    handle.createUpdate(dialect.delete()).bindList("stories", stories).execute();
    handle
        .createUpdate("delete from story_searched where story in (<stories>)")
        .bindList("stories", stories)
        .execute();
  }

  private static String text(Article face) {
    StringBuilder text = new StringBuilder(face.title().value()).append('\n');
    text.append(face.sourceName()).append('\n');
    face.authors().stream().map(PlainText::value).forEach(name -> text.append(name).append('\n'));
    face.categories().stream()
        .map(PlainText::value)
        .forEach(category -> text.append(category).append('\n'));
    return text.append(face.text()).toString();
  }
}
