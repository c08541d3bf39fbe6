package org.headrace.pipeline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headrace.filter.Filter;
import org.headrace.filter.Verdict;
import org.headrace.group.Face;
import org.headrace.group.GroupSettings;
import org.headrace.group.StoryIndex;
import org.headrace.group.Strictness;
import org.headrace.model.Arrival;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Grouping;
import org.headrace.model.Marks;
import org.headrace.model.Remembered;
import org.headrace.model.Rule;
import org.headrace.model.StoryId;
import org.headrace.store.Known;
import org.headrace.store.Placing;
import org.headrace.store.Store;

/**
 * Decides which stories articles tell, if the operator wants them at all. A message says that one
 * waits; all that wait are decided about in one go. Memory learns only what the store has
 * committed, in the store's order: so a restart, a crash or another process changes no decision.
 */
public final class StoryGrouper {
  /** So many are decided about in one transaction, which the other nodes wait for. */
  private static final int MOST_AT_ONCE = 50;

  /** So many are decided about one by one after some that were decided together failed. */
  private static final int ALONE_AFTER_FAILURE = 2 * MOST_AT_ONCE;

  private static final int LEARNED_AT_ONCE = 1000;

  /** Fewer words than this say the same by chance: a teaser, a note, a wall. */
  private static final int WORDS_OF_A_TEXT = 100;

  private final Store store;
  private final GroupSettings settings;
  private final InstantSource clock;
  private final Journal journal;
  private StoryIndex index;
  private long learned;
  private int alone;

  /** A grouper over {@code store}; learns the window at the first article. */
  public StoryGrouper(Store store, GroupSettings settings, InstantSource clock, Journal journal) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.journal = journal;
    this.index = new StoryIndex(settings);
  }

  /**
   * Places one article and others that wait; gives the stories of all. Nothing comes back if it
   * does not wait for one, or all are left out because rules of their sources say so.
   */
  public synchronized List<StoryId> group(ArticleId id) {
    if (learned == 0) {
      store.stories().decided(this::catchUp); // a long reading, for which nobody has to wait
    }
    if (alone > 0) {
      alone--;
      return round(id, 1);
    }
    try {
      return round(id, MOST_AT_ONCE);
    } catch (RuntimeException e) {
      alone = ALONE_AFTER_FAILURE; // one of them may be to blame
      return round(id, 1);
    }
  }

  private List<StoryId> round(ArticleId id, int most) {
    Round round = new Round();
    try {
      List<StoryId> stories = store.stories().placeWaiting(id, most, round, clock.instant());
      round.events.forEach(journal::tell);
      return stories;
    } catch (RuntimeException e) {
      round.forget();
      throw e;
    }
  }

  /** At the first article everything in the window is new. */
  private void catchUp(Known known) {
    boolean areAllNew = learned == 0;
    Instant from = areAllNew ? index.horizon(known.latest()) : Instant.EPOCH;
    List<Remembered> some = new ArrayList<>();
    known.since(
        learned,
        from,
        one -> {
          some.add(one);
          if (some.size() == LEARNED_AT_ONCE) {
            learn(some, known, areAllNew);
            some.clear();
          }
        });
    learn(some, known, areAllNew);
  }

  private void learn(List<Remembered> decided, Known known, boolean areNew) {
    Map<ArticleId, Arrival> unmarked = unmarked(decided, known);
    for (Remembered one : decided) {
      Optional<Arrival> arrival = Optional.ofNullable(unmarked.get(one.article()));
      Remembered marked = arrival.map(StoryIndex::marks).map(one::with).orElse(one);
      if (areNew) {
        index.learnNew(marked);
      } else {
        index.learn(marked);
      }
      learned = one.order();
    }
  }

  /** What an earlier program remembered has no marks, or other ones: they are made anew. */
  private static Map<ArticleId, Arrival> unmarked(List<Remembered> decided, Known known) {
    List<ArticleId> ids =
        decided.stream().filter(one -> one.marks().isEmpty()).map(Remembered::article).toList();
    return ids.isEmpty()
        ? Map.of()
        : known.articles(ids).stream().collect(Collectors.toMap(Arrival::id, Function.identity()));
  }

  /** The words of articles older than the window are known to the store alone. */
  private Grouping orOlder(Grouping fresh, Arrival arrival, Known known) {
    boolean byWords =
        settings.strictness() == Strictness.SAME_TEXT
            || settings.strictness() == Strictness.SAME_STORY;
    long words = arrival.fingerprint().textHash();
    boolean enough = arrival.fingerprint().body().length() >= WORDS_OF_A_TEXT;
    if (!(fresh instanceof Grouping.Begins) || !byWords || !enough) {
      return fresh;
    }
    return known
        .byText(words)
        .<Grouping>map(
            story ->
                new Grouping.Joins(
                    story, arrival.id(), "same-text", 1, "the same words, before the window"))
        .orElse(fresh);
  }

  /** Decisions of one transaction. */
  private final class Round implements Placing {
    private final List<Journal.Event> events = new ArrayList<>();
    private final List<ArticleId> placed = new ArrayList<>();
    private final IdentityHashMap<List<Rule>, Filter> filters = new IdentityHashMap<>();
    private boolean isCaughtUp;
    private Instant horizon = Instant.MIN;
    private long caughtUpTo;

    @Override
    public Optional<String> objection(Article article, List<Rule> rules) {
      // as of when it was met: how long it waited since then changes no verdict
      Filter filter = filters.computeIfAbsent(rules, Filter::of);
      return switch (filter.verdict(article, article.seen())) {
        case Verdict.Kept kept -> Optional.empty();
        case Verdict.Dropped dropped -> {
          events.add(new Journal.LeftOut(article, dropped.rule()));
          yield Optional.of(dropped.rule());
        }
      };
    }

    @Override
    public Grouping place(Arrival arrival, Known known) {
      if (!isCaughtUp) {
        catchUp(known);
        isCaughtUp = true;
        caughtUpTo = learned;
        horizon = index.horizon();
      }
      return orOlder(index.decide(arrival, known::articles), arrival, known);
    }

    @Override
    public void placed(Remembered decision, Grouping grouping) {
      events.add(new Journal.Grouped(decision.story(), grouping));
      placed.add(decision.article());
      index.learn(decision);
      learned = decision.order();
    }

    @Override
    public Marks marks(Arrival arrival) {
      return index.marksOf(arrival);
    }

    @Override
    public ArticleId face(List<Article> articles) {
      return Face.of(articles);
    }

    /** Nothing of it was kept. What cannot be taken back is read from the store anew. */
    void forget() {
      if (placed.isEmpty()) {
        return;
      }
      if (index.horizon().equals(horizon)) {
        index.forget(placed);
        learned = caughtUpTo;
      } else {
        index = new StoryIndex(settings);
        learned = 0;
      }
    }
  }
}
