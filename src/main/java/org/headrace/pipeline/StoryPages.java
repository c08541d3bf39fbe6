package org.headrace.pipeline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Story;
import org.headrace.model.StoryId;
import org.headrace.publish.Edition;
import org.headrace.publish.OutputWriter;
import org.headrace.publish.Publication;
import org.headrace.store.Store;

/**
 * Makes, when it is asked for, what is not made at each change: pages of stories that have left the
 * feeds, and the parts of the archive. The last ones made are remembered until something changes.
 */
final class StoryPages {
  private static final int REMEMBERED = 64;
  private static final String STORY = "/story/";

  private final Store store;
  private final SiteContent content;
  private final Selection selection;
  private final InstantSource clock;
  private final Map<String, Edition> made = new LinkedHashMap<>();
  private long version = -1;

  StoryPages(Store store, SiteContent content, Selection selection, InstantSource clock) {
    this.store = store;
    this.content = content;
    this.selection = selection;
    this.clock = clock;
  }

  /** What stands at {@code path}, which begins with "/". */
  Optional<Edition> find(String path) {
    boolean known = path.startsWith(STORY) || path.contains("/archive/");
    if (!known) {
      return Optional.empty();
    }
    long current = store.stories().version();
    Optional<Edition> before = remembered(path, current);
    if (before.isPresent()) {
      return before;
    }
    Optional<Edition> fresh =
        path.startsWith(STORY) ? story(path.substring(STORY.length())) : archived(path);
    fresh.ifPresent(edition -> remember(edition, current));
    return fresh;
  }

  private synchronized Optional<Edition> remembered(String path, long current) {
    if (version != current) {
      made.clear();
      version = current;
    }
    return Optional.ofNullable(made.get(path));
  }

  private synchronized void remember(Edition edition, long current) {
    if (version == current) {
      if (made.size() >= REMEMBERED) {
        made.remove(made.keySet().iterator().next());
      }
      made.put(edition.path(), edition);
    }
  }

  private Optional<Edition> story(String digits) {
    boolean number =
        !digits.isEmpty()
            && digits.length() <= 19
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || (digits.length() == 19 && digits.compareTo("9223372036854775807") > 0)) {
      return Optional.empty();
    }
    Optional<Publication> whole = content.whole();
    Optional<Story> story = store.stories().find(StoryId.of(digits));
    return whole.flatMap(
        site -> story.filter(one -> isPublic(one, site)).flatMap(one -> page(one, site)));
  }

  private boolean isPublic(Story story, Publication site) {
    Instant now = clock.instant();
    StoryChoice choice = new StoryChoice(store);
    choice.turn(site.sources());
    return choice.wants(selection, story, now);
  }

  private static Optional<Edition> page(Story story, Publication site) {
    return OutputWriter.pages(site.with(List.of(story))).stream().findFirst();
  }

  private Optional<Edition> archived(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : content
            .archivePart(path.substring(1, dot), clock.instant())
            .flatMap(
                part ->
                    OutputWriter.archive(part).stream()
                        .filter(edition -> edition.path().equals(path))
                        .findFirst());
  }
}
