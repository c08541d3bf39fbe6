package org.headrace.pipeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Source;
import org.headrace.model.Story;
import org.headrace.model.StoryId;
import org.headrace.store.Store;
import org.headrace.store.StoryMark;

/** Finds the stories that feeds are to have. */
final class StoryChoice {
  /** So far back a feed looks for stories that it wants. */
  private static final int FARTHEST = 5_000;

  private static final int STEP = 200;

  private final Store store;
  private final StoryShelf shelf;
  private Map<Selection, StoryJudge> judges = new HashMap<>();
  private List<Source> listed = List.of();

  StoryChoice(Store store) {
    this.store = store;
    this.shelf = new StoryShelf(store);
  }

  /** Begins anew, with {@code sources} as they are listed now. */
  void turn(List<Source> sources) {
    boolean other = !sources.equals(listed);
    shelf.turn(other);
    if (other) {
      judges = new HashMap<>();
      listed = sources;
    }
  }

  /** The newest stories of a feed, newest first. */
  List<Story> newest(Selection selection, int items, Instant now) {
    return shelf.take(marks(selection, items, now));
  }

  /** Those that {@code selection} wants of {@code marks}, in that order. */
  List<Story> of(Selection selection, List<StoryMark> marks, Instant now) {
    return store.stories()
        .read(judge(selection).wanted(marks, store, now).stream().map(StoryMark::id).toList());
  }

  /** The first {@code most} of {@code marks} that {@code selection} wants. */
  List<Story> top(Selection selection, List<StoryMark> marks, int most, Instant now) {
    List<StoryMark> wanted = judge(selection).wanted(marks, store, now).stream().limit(most).toList();
    Map<StoryId, Story> stories = new HashMap<>();
    store
        .stories()
        .read(wanted.stream().map(StoryMark::id).toList())
        .forEach(story -> stories.put(story.id(), story));
    return wanted.stream()
        .flatMap(mark -> Optional.ofNullable(stories.get(mark.id())).stream())
        .toList();
  }

  /** True if {@code selection} wants {@code story}. */
  boolean wants(Selection selection, Story story, Instant now) {
    return judge(selection).wants(story, now);
  }

  private List<StoryMark> marks(Selection selection, int items, Instant now) {
    if (selection.wantsAll() && selection.fair() == 100) {
      return store.stories().marks(items, selection.topics(), Optional.empty());
    }
    FairShare share = new FairShare(items, selection.fair());
    Optional<StoryMark> last = Optional.empty();
    for (int seen = 0; seen < FARTHEST && !share.isFull(); seen += STEP) {
      List<StoryMark> next = store.stories().marks(STEP, selection.topics(), last);
      judge(selection).wanted(next, store, now).forEach(share::offer);
      if (next.size() < STEP) {
        break;
      }
      last = Optional.of(next.getLast());
    }
    return share.chosen();
  }

  private StoryJudge judge(Selection selection) {
    return judges.computeIfAbsent(selection, wanted -> new StoryJudge(wanted, listed));
  }
}
