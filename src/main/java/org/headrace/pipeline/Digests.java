package org.headrace.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.headrace.model.Digest;
import org.headrace.model.Mention;
import org.headrace.model.PlainText;
import org.headrace.model.StableHash;
import org.headrace.model.Story;
import org.headrace.publish.Notice;
import org.headrace.store.Store;
import org.headrace.store.StoryMark;

/** Puts the stories of each day together, once, at the time the operator wants. */
final class Digests {
  private static final int MOST = 5_000;
  private static final Comparator<StoryMark> MOST_CARRIED_FIRST =
      Comparator.comparingInt(StoryMark::articles)
          .thenComparing(StoryMark::published)
          .reversed();

  private final Store store;
  private final Map<String, LocalDate> looked = new HashMap<>();

  Digests(Store store) {
    this.store = store;
  }

  /** True if the digest of {@code output} is to be made at {@code now}. */
  boolean isDue(OutputSettings output, DigestSettings times, Instant now) {
    LocalDate day = times.day(now);
    return !day.equals(looked.get(output.name())) && !store.digests().has(output.name(), day);
  }

  /** Makes what is due, and gives the entries of the feed, the newest first. */
  List<Notice> of(
      OutputSettings output, DigestSettings times, StoryChoice choice, Instant now) {
    if (isDue(output, times, now)) {
      make(output, times, choice, now);
    }
    looked.put(output.name(), times.day(now));
    return store.digests().newest(output.name(), output.items()).stream()
        .map(digest -> notice(output, digest))
        .toList();
  }

  private void make(
      OutputSettings output, DigestSettings times, StoryChoice choice, Instant now) {
    LocalDate day = times.day(now);
    Instant until = times.made(day);
    Instant from = times.made(day.minusDays(1));
    List<StoryMark> marks =
        new ArrayList<>(
            store.stories().begun(from, until, MOST, output.selection().topics()));
    marks.sort(MOST_CARRIED_FIRST);
    List<Digest.Line> lines =
        choice.top(output.selection(), marks, times.top(), now).stream()
            .map(Digests::line)
            .toList();
    if (!lines.isEmpty()) {
      store.digests().keep(new Digest(output.name(), day, until, lines));
    }
  }

  private static Digest.Line line(Story story) {
    String from =
        Stream.concat(
                Stream.of(story.face().sourceName()),
                story.alsoIn().stream().map(Mention::sourceName))
            .distinct()
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    return new Digest.Line(
        story.face().title().value(),
        story.face().link().map(Object::toString),
        from,
        Optional.of(story.face().summary()).map(PlainText::value).orElse(""));
  }

  private static Notice notice(OutputSettings output, Digest digest) {
    String mark =
        Long.toString(StableHash.of(digest.output() + digest.made() + digest.lines()), 36);
    return new Notice(
        "tag:headrace.org," + digest.day() + ":digest/" + mark,
        output.title() + ", " + digest.day(),
        Optional.empty(),
        "",
        digest.lines().stream()
            .map(line -> new Notice.Line(line.title(), line.link(), line.from(), line.text()))
            .toList(),
        digest.made(),
        digest.made());
  }
}
