package org.headrace.behave;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One way in which a server misbehaves.
 *
 * @param name unique, the first part of its paths
 * @param wanted what must come of it
 * @param what it does, in words
 * @param seconds most time a client may hold on to one connection, with the usual deadlines
 * @param megabytes most that a client may take over one connection
 * @param pages true if the trouble is in the pages behind the entries, so that they are read
 * @param again true if it shows only when it is polled again
 * @param script plays it
 * @param then finds a fault in what the program made of it; empty if there is none
 */
record Behaviour(
    String name,
    Wanted wanted,
    String what,
    int seconds,
    int megabytes,
    boolean pages,
    boolean again,
    Script script,
    Function<Seen, Optional<String>> then) {

  /** Says to one request what there is to say. The connection ends with it. */
  @FunctionalInterface
  interface Script {
    void play(Asked asked, Line line) throws IOException;
  }

  /** A behaviour that is over in 35 s and 16 MB, which is what a feed may cost at most. */
  static Behaviour of(String name, Wanted wanted, String what, Script script) {
    return new Behaviour(
        name, wanted, what, 35, 16, false, false, script, seen -> Optional.empty());
  }

  Behaviour megabytes(int most) {
    return new Behaviour(name, wanted, what, seconds, most, pages, again, script, then);
  }

  /** The same with pages, which may cost 50 s. */
  Behaviour withPages() {
    return new Behaviour(name, wanted, what, 50, megabytes, true, again, script, then);
  }

  Behaviour polledAgain() {
    return new Behaviour(name, wanted, what, seconds, megabytes, pages, true, script, then);
  }

  Behaviour then(Function<Seen, Optional<String>> check) {
    return new Behaviour(name, wanted, what, seconds, megabytes, pages, again, script, check);
  }

  /** {@code holds} must be true of what was seen. */
  Behaviour then(String fault, Predicate<Seen> holds) {
    return then(seen -> holds.test(seen) ? Optional.empty() : Optional.of(fault));
  }
}
