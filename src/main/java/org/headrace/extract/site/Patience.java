package org.headrace.extract.site;

import java.time.Duration;

/**
 * How long rules may look at one page, and at how much of it: a path that asks for all elements of
 * all elements would else take longer than anybody waits.
 */
final class Patience {
  private static final int LOOK_AT_WATCH_EVERY = 512;
  private static final long MOST_CHARACTERS = 64_000_000;

  private final long end;
  private int steps;
  private long characters;

  private Patience(long end) {
    this.end = end;
  }

  static Patience of(Duration most) {
    return new Patience(System.nanoTime() + most.toNanos());
  }

  /** One element was looked at. */
  void step() {
    if (++steps % LOOK_AT_WATCH_EVERY == 0) {
      look();
    }
  }

  /** So many characters were put together. */
  void read(int length) {
    characters += length;
    if (characters > MOST_CHARACTERS) {
      throw new LostException();
    }
    step();
  }

  /** A new question begins: its characters are counted anew, its time is not. */
  void begin() {
    characters = 0;
    look();
  }

  /** Looks at the watch now. */
  void look() {
    if (System.nanoTime() - end > 0) {
      throw new LostException();
    }
  }

  /** It took too long. */
  static final class LostException extends RuntimeException {
    LostException() {
      super("takes too long on this page", null, false, false);
    }
  }
}
