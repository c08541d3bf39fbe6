package org.headrace.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.headrace.model.Arrival;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Grouping;
import org.headrace.model.Marks;
import org.headrace.model.Rule;
import org.headrace.model.Source;
import org.headrace.model.StoryId;
import org.headrace.model.TextOrigin;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * One round of decisions: gives the articles that wait their stories, one after the other, brings
 * those stories up to date, and keeps all of it in one go. Nobody else decides meanwhile.
 */
final class Placement {
  private final Handle handle;
  private final TimeSortedIds ids;
  private final Instant now;
  private final String forUpdate;
  private final Placing placing;
  private final Arrivals known;
  private final StoryFaces faces;
  private final List<DecidedArticle> decided = new ArrayList<>();
  private final Set<Long> begun = new LinkedHashSet<>();
  private final Set<Long> rewritten = new HashSet<>();
  private long order;

  /**
   * A round.
   *
   * @param forUpdate what follows a select of rows that are to be taken, see {@link
   *     Database#skipLocked}
   */
  Placement(Handle handle, TimeSortedIds ids, Instant now, String forUpdate, Placing placing) {
    this.handle = handle;
    this.ids = ids;
    this.now = now;
    this.forUpdate = forUpdate;
    this.placing = placing;
    known = new Arrivals(handle);
    faces = new StoryFaces(handle, now);
  }

  /** True if an article waits to be grouped. */
  static boolean isWaiting(Handle handle, ArticleId id) {
    return handle
        .createQuery("select 1 from article where id = :id and state = 'read'")
        .bind("id", id.value())
        .mapTo(int.class)
        .findOne()
        .isPresent();
  }

  /** See {@link StoryTable#placeWaiting}. */
  List<StoryId> place(ArticleId wanted, int most) {
    order = Ledger.hold(handle, Ledger.CHANGE);
    List<Waiting> waiting = waiting(wanted, most);
    Map<Long, List<Rule>> rules = rules(waiting);
    Map<Waiting, ReadArticle> wantedOnes = new LinkedHashMap<>();
    for (Waiting one : waiting) {
      read(one)
          .filter(read -> isWanted(one, read, rules.getOrDefault(one.source(), List.of())))
          .ifPresent(read -> wantedOnes.put(one, read));
    }
    known.expect(wantedOnes.values().stream().map(read -> read.fingerprint().textHash()).toList());
    List<DecidedArticle> revisions = new ArrayList<>();
    wantedOnes.forEach((one, read) -> decide(one, read, revisions));
    // memory learns a new version when it is kept: so that a round that fails can be forgotten
    for (DecidedArticle revision : revisions) {
      decided.add(numbered(revision));
    }
    keep();
    return decided.stream().map(one -> new StoryId(one.story())).distinct().toList();
  }

  /**
   * The wanted one and others, those that wait longest, in the order in which they came; none if
   * that one does not wait.
   */
  private List<Waiting> waiting(ArticleId wanted, int most) {
    List<Waiting> waiting =
        new ArrayList<>(
            handle
                .createQuery(
                    "select <columns> from article where id = :id and state = 'read' <lock>")
                .define("columns", Waiting.COLUMNS)
                .define("lock", forUpdate)
                .bind("id", wanted.value())
                .map((row, context) -> Waiting.of(row))
                .list());
    if (!waiting.isEmpty() && most > 1) {
      handle
          .createQuery(
              """
              select <columns> from article where state = 'read' and id != :wanted
              order by due, id limit :most <lock>
              """)
          .define("columns", Waiting.COLUMNS)
          .define("lock", forUpdate)
          .bind("wanted", wanted.value())
          .bind("most", most - 1)
          .map((row, context) -> Waiting.of(row))
          .forEach(waiting::add);
    }
    waiting.sort(Comparator.comparingLong(Waiting::id));
    return waiting;
  }

  /** The operator's rules, by source; of most there are none. */
  private Map<Long, List<Rule>> rules(List<Waiting> waiting) {
    Map<Long, List<Rule>> rules = new HashMap<>();
    if (!waiting.isEmpty()) {
      handle
          .createQuery("select body from source where id in (<ids>)")
          .bindList("ids", waiting.stream().map(Waiting::source).distinct().toList())
          .map((row, context) -> Json.read(row.getString("body"), Source.class))
          .forEach(source -> rules.put(source.id().value(), source.rules()));
    }
    return rules;
  }

  private Optional<ReadArticle> read(Waiting waiting) {
    try {
      return Optional.of(Json.read(waiting.reading(), Reading.class).toRead());
    } catch (IllegalArgumentException e) {
      readAgain(waiting);
      return Optional.empty();
    }
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
        .bind("id", waiting.id())
        .bind("fence", waiting.fence())
        .execute();
  }

  private boolean isWanted(Waiting waiting, ReadArticle read, List<Rule> rules) {
    Optional<String> objection =
        rules.isEmpty() ? Optional.empty() : placing.objection(read.article(), rules);
    objection.ifPresent(rule -> ArticleTable.leaveOut(handle, waiting.id(), rule));
    return objection.isEmpty();
  }

  private void decide(Waiting waiting, ReadArticle read, List<DecidedArticle> revisions) {
    if (waiting.isRevision()) {
      @Nullable Article before = shown(waiting.id());
      if (before != null && !sameWords(before, read.article())) {
        rewritten.add(waiting.id());
      }
      Marks marks = placing.marks(waiting.arrival(read));
      revisions.add(
          new DecidedArticle(waiting, read, waiting.story(), 0, waiting.grouping(), marks));
    } else {
      decideNew(waiting, read);
    }
  }

  private DecidedArticle numbered(DecidedArticle one) {
    order++;
    return new DecidedArticle(
        one.waiting(), one.read(), one.story(), order, one.grouping(), one.marks());
  }

  private void decideNew(Waiting waiting, ReadArticle read) {
    Arrival arrival = waiting.arrival(read);
    Grouping grouping = placing.place(arrival, known);
    Optional<StoryFaces.Face> joined =
        grouping instanceof Grouping.Joins joins
            ? faces.find(joins.story().value())
            : Optional.empty();
    long story = joined.map(StoryFaces.Face::story).orElseGet(() -> ids.next(now));
    if (joined.isEmpty()) {
      faces.begin(story, waiting, read.article());
      begun.add(story);
    }
    DecidedArticle fresh =
        numbered(
            new DecidedArticle(
                waiting, read, story, 0, Json.write(grouping), placing.marks(arrival)));
    decided.add(fresh);
    known.add(arrival, new StoryId(story));
    placing.placed(fresh.remembered(), grouping);
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

  private void keep() {
    if (decided.isEmpty()) {
      return;
    }
    keepArticles();
    new MarkTable(handle).put(decided.stream().map(DecidedArticle::remembered).toList());
    faces.keep(begun);
    for (DecidedArticle one : decided) {
      boolean isFirst = begun.contains(one.story()) && isFace(one);
      if (!isFirst) {
        long article = one.waiting().id();
        faces.refresh(one.story(), article, rewritten.contains(article), placing);
      }
    }
    Topics.ofStories(handle, decided, faces);
    Ledger.set(handle, Ledger.CHANGE, order);
  }

  private boolean isFace(DecidedArticle one) {
    return faces.find(one.story()).filter(face -> face.article() == one.waiting().id()).isPresent();
  }

  private void keepArticles() {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update article set state = 'grouped', story = :story, decided = :order,
              decided_at = case when story = 0 then :now else decided_at end,
              full_text = :fullText, address_hash = :addressHash,
              canonical_hash = :canonicalHash, text_hash = :textHash, published = :published,
              address = :address, canonical = :canonical, title = :title, link = :link,
              fingerprint = :fingerprint, grouping = :grouping, body = :body, reading = '',
              entry = '', reason = ''
            where id = :id and state = 'read' and fence = :fence
            """);
    for (DecidedArticle one : decided) {
      bind(batch, one);
      batch.add();
    }
    // they are locked, so none can have been revised meanwhile
    if (!IntStream.of(batch.execute()).allMatch(changed -> changed == 1)) {
      throw new StoreException("An article changed while its story was decided.");
    }
  }

  private void bind(PreparedBatch batch, DecidedArticle one) {
    Article article = one.article();
    ReadArticle read = one.read();
    batch
        .bind("id", one.waiting().id())
        .bind("fence", one.waiting().fence())
        .bind("story", one.story())
        .bind("order", one.order())
        .bind("now", Millis.of(now))
        .bind(
            "fullText", article.origin() == TextOrigin.PAGE || article.origin() == TextOrigin.FEED)
        .bind("addressHash", Arrivals.hash(read.address()))
        .bind("canonicalHash", Arrivals.hash(read.canonical()))
        .bind("textHash", read.fingerprint().textHash())
        .bind("published", article.published().map(Millis::of).orElse(null))
        .bind("address", read.address())
        .bind("canonical", read.canonical())
        .bind("title", Storable.text(article.title().value()))
        .bind("link", Storable.text(article.link().map(Object::toString).orElse("")))
        .bind("fingerprint", read.fingerprint().toBytes())
        .bind("grouping", one.grouping())
        .bind("body", Json.write(article));
  }
}
