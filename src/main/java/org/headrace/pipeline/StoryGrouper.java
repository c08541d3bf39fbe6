package org.headrace.pipeline;

import java.time.Instant;
import java.time.InstantSource;
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
 * Decides which story an article tells, if the operator wants it at all. Memory learns only what
 * the store has committed, in the store's order: so a restart, a crash or another process changes
 * no decision.
 */
public final class StoryGrouper {
  private static final int AT_ONCE = 1000;

  /** Fewer words than this say the same by chance: a teaser, a note, a wall. */
  private static final int WORDS_OF_A_TEXT = 100;

  private final Store store;
  private final GroupSettings settings;
  private final InstantSource clock;
  private final Journal journal;
  private final StoryIndex index;
  private long learned;

  /** A grouper over {@code store}; learns the window at the first article. */
  public StoryGrouper(Store store, GroupSettings settings, InstantSource clock, Journal journal) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.journal = journal;
    this.index = new StoryIndex(settings);
  }

  /**
   * Places one article; gives its story. Nothing comes back if it does not wait for one, or is left
   * out because a rule of its source says so.
   */
  public synchronized List<StoryId> group(ArticleId id) {
    return unwanted(id) ? List.of() : placed(id);
  }

  private boolean unwanted(ArticleId id) {
    List<Rule> rules = store.articles().rules(id);
    if (rules.isEmpty()) {
      return false;
    }
    Filter filter = Filter.of(rules);
    return store.articles().find(id).filter(article -> leftOut(article, filter)).isPresent();
  }

  /** Judges an article as of when it was met: how long it waited since then changes no verdict. */
  private boolean leftOut(Article article, Filter filter) {
    return switch (filter.verdict(article, article.seen())) {
      case Verdict.Kept kept -> false;
      case Verdict.Dropped dropped -> {
        boolean left = store.articles().leaveOut(article.id(), dropped.rule());
        if (left) {
          journal.tell(new Journal.LeftOut(article, dropped.rule()));
        }
        yield left;
      }
    };
  }

  private List<StoryId> placed(ArticleId id) {
    Decision decision = new Decision();
    Optional<StoryId> story = store.stories().place(id, decision, clock.instant());
    story.ifPresent(
        found ->
            decision.made.ifPresent(
                grouping -> journal.tell(new Journal.Grouped(found, grouping))));
    return story.map(List::of).orElse(List.of());
  }

  /** At the first article everything in the window is new. */
  private void catchUp(Known known) {
    Instant from = learned == 0 ? index.horizon(known.latest()) : Instant.EPOCH;
    List<Remembered> decided;
    do {
      decided = known.since(learned, from, AT_ONCE);
      learn(decided, known);
    } while (decided.size() == AT_ONCE);
  }

  private void learn(List<Remembered> decided, Known known) {
    Map<ArticleId, Arrival> unmarked = unmarked(decided, known);
    for (Remembered one : decided) {
      Optional<Arrival> arrival = Optional.ofNullable(unmarked.get(one.article()));
      index.learn(arrival.map(StoryIndex::marks).map(one::with).orElse(one));
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

  private final class Decision implements Placing {
    private Optional<Grouping> made = Optional.empty();

    @Override
    public Grouping place(Arrival arrival, Known known) {
      catchUp(known);
      Grouping grouping = orOlder(index.decide(arrival, known::articles), arrival, known);
      made = Optional.of(grouping);
      return grouping;
    }

    @Override
    public Marks marks(Arrival arrival) {
      return StoryIndex.marks(arrival);
    }

    @Override
    public ArticleId face(List<Article> articles) {
      return Face.of(articles);
    }
  }
}
