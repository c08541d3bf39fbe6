package org.headrace.behave;

import java.util.List;
import java.util.stream.Stream;

/** All ways to misbehave that we know of. */
final class Behaviours {
  private Behaviours() {}

  static List<Behaviour> all() {
    return Stream.of(
            SoundOnes.all(),
            Framing.all(),
            Tempo.all(),
            Packed.all(),
            Statuses.all(),
            Redirects.all(),
            Documents.all(),
            Entries.all(),
            Pages.all(),
            Pages.robots())
        .flatMap(List::stream)
        .toList();
  }
}
