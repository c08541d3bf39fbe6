package org.headrace.behave;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.PollOutcome;

/** Whether what came of a behaviour is what must come of it. Pure. */
final class Verdict {
  private Verdict() {}

  /** What is wrong, for whoever mends it; empty if nothing is. */
  static Optional<String> fault(Seen seen) {
    if (seen.outcomes().isEmpty()) {
      return Optional.of("it was never polled to an end");
    }
    Optional<String> end = ofEnd(seen).map(words -> words + ": " + evidence(seen));
    return end.or(() -> seen.behaviour().then().apply(seen).map(f -> f + ": " + evidence(seen)))
        .or(() -> tooMuch(seen));
  }

  private static Optional<String> ofEnd(Seen seen) {
    return switch (seen.behaviour().wanted()) {
      case OK, FALLBACK -> unless(changed(seen) && whole(seen), "its entries did not come out");
      case ERROR -> unless(refused(seen) && nothing(seen), "it was believed");
      case BLOCKED -> unless(refused(seen) && nothing(seen), "it was followed or believed");
      case OK_OR_ERROR ->
          unless(refused(seen) && nothing(seen) || changed(seen) && some(seen), "neither nor");
      case PARTIAL, INERT -> unless(seen.outcomes().size() > 0, "no outcome");
      case LATER ->
          unless(
              seen.outcomes().stream().allMatch(PollOutcome.Postponed.class::isInstance),
              "it was not put off");
      case GONE ->
          unless(
              seen.first().orElseThrow() instanceof PollOutcome.Gone && seen.polls().size() == 1,
              "it was not given up");
    };
  }

  private static boolean changed(Seen seen) {
    return seen.outcomes().stream().anyMatch(PollOutcome.Changed.class::isInstance);
  }

  private static boolean refused(Seen seen) {
    PollOutcome first = seen.first().orElseThrow();
    return (first instanceof PollOutcome.Failed || first instanceof PollOutcome.Blocked)
        && !seen.reason().isBlank();
  }

  private static boolean nothing(Seen seen) {
    return seen.articles().isEmpty() && seen.published().isEmpty();
  }

  private static boolean some(Seen seen) {
    return !seen.articles().isEmpty();
  }

  /** All texts of its entries are there. */
  private static boolean whole(Seen seen) {
    Sample sample = new Sample(seen.behaviour().name(), "");
    List<String> texts = seen.articles().stream().map(article -> article.text()).toList();
    Set<Integer> found = new HashSet<>();
    for (int number = 1; number <= Sample.ENTRIES; number++) {
      String own = sample.words(number, 40).replace(".", "");
      String ofPage = sample.words(number + 1000, 40).replace(".", "");
      boolean page = seen.behaviour().wanted() == Wanted.OK;
      if (texts.stream().anyMatch(t -> t.contains(own) || page && t.contains(ofPage))) {
        found.add(number);
      }
    }
    return seen.behaviour().name().startsWith("field-")
        ? found.contains(1)
        : found.size() == Sample.ENTRIES;
  }

  private static Optional<String> tooMuch(Seen seen) {
    long most = seen.conversations().stream().mapToLong(Conversation::said).max().orElse(0);
    return most > seen.behaviour().megabytes() * 1_000_000L
        ? Optional.of("it took " + most / 1000 + " kB")
        : Optional.empty();
  }

  static String evidence(Seen seen) {
    return "%s; read %s; published %s"
        .formatted(
            seen.outcomes(),
            seen.articles().stream().map(a -> a.title().value()).toList(),
            seen.published().stream().map(Seen.Published::link).toList());
  }

  private static Optional<String> unless(boolean holds, String fault) {
    return holds ? Optional.empty() : Optional.of(fault);
  }
}
