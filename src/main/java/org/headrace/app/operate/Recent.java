package org.headrace.app.operate;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.headrace.fetch.Answered;
import org.headrace.model.Grouping;
import org.headrace.model.NextPoll;
import org.headrace.model.PollOutcome;
import org.headrace.model.SourceId;
import org.headrace.pipeline.Journal;

/** Passes on what happens, and remembers how much of it and the latest of each source. */
public final class Recent implements Journal {
  private static final int MOST_POLLS = 20;
  private static final int MOST_SOURCES = 1_000;

  private final Journal next;
  private final InstantSource clock;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<SourceId, Deque<Poll>> polls = latest();
  private final Map<URI, Heard> answers = latest();

  /** One poll of a source. */
  record Poll(Instant at, PollOutcome outcome, NextPoll next) {}

  /** How a server answered, and when. */
  record Heard(Instant at, Answered answer) {}

  /** Passes on to {@code next}. */
  public Recent(Journal next, InstantSource clock) {
    this.next = next;
    this.clock = clock;
  }

  @Override
  public void tell(Event event) {
    note(event);
    next.tell(event);
  }

  /** The latest polls of a source since the start, the latest first. */
  synchronized List<Poll> polls(SourceId source) {
    Deque<Poll> known = polls.get(source);
    return known == null ? List.of() : new ArrayList<>(known).reversed();
  }

  /** To be told every answer; remembers the last one to each address. */
  public synchronized void heard(Answered answer) {
    answers.put(answer.asked(), new Heard(clock.instant(), answer));
  }

  /** The last answer to an address; empty if there was none since the start, or long ago. */
  synchronized Optional<Heard> answer(URI asked) {
    return Optional.ofNullable(answers.get(asked));
  }

  /**
   * How often what happened since the start, by the name and label of a Prometheus counter. The
   * labels are words of the program, so there are few.
   */
  synchronized Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  private synchronized void note(Event event) {
    switch (event) {
      case Polled polled -> {
        count("headrace_polls_total{outcome=\"" + word(polled.outcome()) + "\"}");
        Deque<Poll> latest =
            polls.computeIfAbsent(polled.source().id(), source -> new ArrayDeque<>());
        latest.add(new Poll(clock.instant(), polled.outcome(), polled.next()));
        if (latest.size() > MOST_POLLS) {
          latest.remove();
        }
      }
      case Read read ->
          count(
              "headrace_articles_read_total{text=\""
                  + read.article().origin().name().toLowerCase(Locale.ROOT)
                  + "\"}");
      case LeftOut left -> count("headrace_articles_left_out_total");
      case Grouped grouped ->
          count(
              "headrace_articles_grouped_total{as=\""
                  + (grouped.grouping() instanceof Grouping.Joins ? "joins" : "begins")
                  + "\"}");
      case Published published -> count("headrace_editions_total");
      default -> {
        // told elsewhere
      }
    }
  }

  private void count(String name) {
    counts.merge(name, 1L, Long::sum);
  }

  private static String word(PollOutcome outcome) {
    return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Of so many sources at most, those used last. */
  private static <K, V> Map<K, V> latest() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST_SOURCES;
      }
    };
  }
}
