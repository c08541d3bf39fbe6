package org.headrace.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.headrace.model.Source;
import org.headrace.model.Story;

/** Says of each feed that does not take all stories whether it wants one, and if not, why. */
public final class FeedReasons {
  private FeedReasons() {}

  /**
   * What a feed makes of a story.
   *
   * @param feed "the feed" for the whole, else the name of the output
   * @param wanted whether it stands in it also depends on how many stories are newer
   * @param words why not; empty if it is wanted
   */
  public record Reason(String feed, boolean wanted, String words) {}

  /** The whole first, if it does not take all; then the outputs as they are listed. */
  public static List<Reason> of(
      Story story, PublishSettings settings, List<Source> listed, Instant now) {
    List<Reason> reasons = new ArrayList<>();
    if (!settings.selection().wantsAll() || !settings.selection().topics().isEmpty()) {
      reasons.add(reason("the feed", settings.selection(), story, listed, now));
    }
    for (OutputSettings output : settings.outputs()) {
      reasons.add(reason(output.name(), output.selection(), story, listed, now));
    }
    return reasons;
  }

  private static Reason reason(
      String feed, Selection selection, Story story, List<Source> listed, Instant now) {
    return new StoryJudge(selection, listed)
        .objection(story, now)
        .map(words -> new Reason(feed, false, words))
        .orElseGet(() -> new Reason(feed, true, ""));
  }
}
