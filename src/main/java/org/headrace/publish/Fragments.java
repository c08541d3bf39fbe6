package org.headrace.publish;

import java.util.IdentityHashMap;
import java.util.function.Function;

/**
 * What each story became in one format. A feed changes by a story or two; the others are put in as
 * they were made for the feed before, or for another feed.
 *
 * @param <T> a story in the format
 */
final class Fragments<T> {
  private final IdentityHashMap<PublishedStory, T> before;
  private final IdentityHashMap<PublishedStory, T> now = new IdentityHashMap<>();

  /** Knows nothing yet. */
  Fragments() {
    this(new IdentityHashMap<>());
  }

  private Fragments(IdentityHashMap<PublishedStory, T> before) {
    this.before = before;
  }

  /** For the next time: knows only what was used this time. */
  Fragments<T> next() {
    return new Fragments<>(now);
  }

  /** The story as it was made, or is made now; the same story should come as the same object. */
  T of(PublishedStory story, Function<PublishedStory, T> format) {
    T known = now.get(story);
    T made = known == null ? before.get(story) : known;
    T fragment = made == null ? format.apply(story) : made;
    now.put(story, fragment);
    return fragment;
  }
}
