package org.headrace.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Which entries a feed has, and had at its last states, by a mark for each entry: so that a reader
 * that says what it has gets only what it lacks.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3229">RFC 3229, Delta encoding in HTTP</a>
 */
final class FeedChanges {
  /** Knows nothing: for what is no feed. */
  static final FeedChanges NONE = new FeedChanges(List.of(), List.of(), some -> new byte[0]);

  /** A reader that comes back after more changes than this gets the whole feed. */
  private static final int STATES = 48;

  private final List<State> earlier;
  private final List<PublishedStory> stories;
  private final Function<List<PublishedStory>, byte[]> writer;
  private final Map<String, Optional<Edition>> answered = new ConcurrentHashMap<>();

  /** What a feed held when it had a tag. {@code marks} are sorted. */
  private record State(String etag, long[] marks) {}

  private FeedChanges(
      List<State> earlier,
      List<PublishedStory> stories,
      Function<List<PublishedStory>, byte[]> writer) {
    this.earlier = earlier;
    this.stories = stories;
    this.writer = writer;
  }

  /**
   * Of a feed with these entries.
   *
   * @param writer writes the same feed with some of its entries
   */
  static FeedChanges of(
      List<PublishedStory> stories, Function<List<PublishedStory>, byte[]> writer) {
    return new FeedChanges(List.of(), stories, writer);
  }

  /** The same, if {@code before} was served until now. */
  FeedChanges after(Edition before) {
    if (before.changes() == NONE) {
      return this;
    }
    List<State> states = new ArrayList<>();
    states.add(new State(before.etag(), before.changes().marks()));
    states.addAll(before.changes().earlier);
    return new FeedChanges(
        List.copyOf(states.subList(0, Math.min(STATES, states.size()))), stories, writer);
  }

  Optional<Edition> since(String etag, Edition whole) {
    Optional<State> known = earlier.stream().filter(s -> s.etag.equals(etag)).findFirst();
    return known.flatMap(
        state -> answered.computeIfAbsent(etag, tag -> Optional.of(part(state, whole))));
  }

  private Edition part(State state, Edition whole) {
    List<PublishedStory> fresh =
        stories.stream()
            .filter(story -> Arrays.binarySearch(state.marks, mark(story)) < 0)
            .toList();
    return Edition.of(whole.path(), whole.mediaType(), writer.apply(fresh), whole.lastModified());
  }

  private long[] marks() {
    return stories.stream().mapToLong(FeedChanges::mark).sorted().toArray();
  }

  private static long mark(PublishedStory story) {
    return ((long) story.id().hashCode() << Integer.SIZE) ^ (story.hashCode() & 0xFFFFFFFFL);
  }
}
