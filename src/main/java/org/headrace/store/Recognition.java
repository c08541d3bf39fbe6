package org.headrace.store;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds entries again whose keys are not known: some feeds give every entry another guid with each
 * answer, or once, when the site moves to other software or to https. A pure decision.
 *
 * <p>An entry is taken for a known one if it has the same address, and title or date besides; or
 * the same address but for the query, and both. In a feed of which several entries are found again
 * so, keys mean nothing, and the address alone decides.
 */
final class Recognition {
  /** So many found again under new keys, and no fewer than are new, show that keys are made up. */
  private static final int ENOUGH = 3;

  private final List<Candidate> known;
  private final Set<Long> taken = new HashSet<>();
  private final Map<Long, Candidate> found = new HashMap<>();

  /** An entry with the key it goes by, and its article if it has one. */
  record Candidate(long key, long article, Trace trace) {}

  /** What two entries must have in common; 0 where that is not asked for. */
  private record Sign(long place, long title, long date) {}

  private Recognition(List<Candidate> known) {
    this.known =
        known.stream().sorted(Comparator.comparing(Candidate::article).reversed()).toList();
  }

  /**
   * Which of {@code unknown} are {@code known} ones, by their own keys.
   *
   * @param unknown entries under keys that are not known
   * @param known articles that are not in the document under their keys; the latest are preferred
   * @param document traces of all entries of the document
   */
  static Map<Long, Candidate> of(
      List<Candidate> unknown, List<Candidate> known, List<Trace> document) {
    Recognition recognition = new Recognition(known);
    recognition.find(unknown, Recognition::addressAndTitle);
    recognition.find(unknown, Recognition::addressAndDate);
    recognition.find(unknown, Recognition::pathTitleAndDate);
    int again = recognition.found.size();
    if (again >= ENOUGH && again >= unknown.size() - again) {
      Map<Long, Long> howOften =
          document.stream().collect(Collectors.groupingBy(Trace::link, Collectors.counting()));
      List<Candidate> alone =
          unknown.stream()
              .filter(one -> howOften.getOrDefault(one.trace().link(), 0L) == 1)
              .toList();
      recognition.find(alone, Recognition::address);
    }
    return recognition.found;
  }

  private void find(List<Candidate> unknown, Function<Trace, Optional<Sign>> sign) {
    Map<Sign, Deque<Candidate>> bySign = new HashMap<>();
    for (Candidate other : known) {
      sign.apply(other.trace())
          .filter(one -> !taken.contains(other.article()))
          .ifPresent(one -> bySign.computeIfAbsent(one, none -> new ArrayDeque<>()).addLast(other));
    }
    for (Candidate one : unknown) {
      Optional<Candidate> match =
          Optional.of(one)
              .filter(candidate -> !found.containsKey(candidate.key()))
              .flatMap(candidate -> sign.apply(candidate.trace()))
              .flatMap(common -> Optional.ofNullable(bySign.get(common)))
              .flatMap(others -> Optional.ofNullable(others.pollFirst()));
      match.ifPresent(
          other -> {
            taken.add(other.article());
            found.put(one.key(), other);
          });
    }
  }

  private static Optional<Sign> addressAndTitle(Trace trace) {
    return when(trace.link() != 0 && trace.title() != 0, trace.link(), trace.title(), 0);
  }

  private static Optional<Sign> addressAndDate(Trace trace) {
    return when(trace.link() != 0 && trace.date() != 0, trace.link(), 0, trace.date());
  }

  private static Optional<Sign> pathTitleAndDate(Trace trace) {
    return when(trace.path() != 0 && trace.title() != 0, trace.path(), trace.title(), trace.date());
  }

  private static Optional<Sign> address(Trace trace) {
    return when(trace.link() != 0, trace.link(), 0, 0);
  }

  private static Optional<Sign> when(boolean usable, long place, long title, long date) {
    return usable ? Optional.of(new Sign(place, title, date)) : Optional.empty();
  }
}
