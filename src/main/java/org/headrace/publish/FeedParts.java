package org.headrace.publish;

/** What the stories of all feeds became in each format. */
record FeedParts(Fragments<byte[]> atom, Fragments<byte[]> rss, Fragments<String> json) {
  /** Knows nothing yet. */
  FeedParts() {
    this(new Fragments<>(), new Fragments<>(), new Fragments<>());
  }

  /** For the next time: knows only what was used this time. */
  FeedParts next() {
    return new FeedParts(atom.next(), rss.next(), json.next());
  }
}
