package org.headrace.behave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.headrace.fetch.FetchSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries all behaviours with the usual deadlines and prints what came of each: seconds and kilobytes
 * of its worst connection against what is allowed. Exit code 1 if one ends as it must not.
 */
final class Check {
  private Check() {}

  /** What a list that is not ours says of a behaviour. */
  private record Bounds(int seconds, int megabytes) {}

  /**
   * {@code [--list FILE] [NAME...]}: a list of names with bounds as JSON, each of which must be
   * known here; and the behaviours to try, all if none is named.
   */
  public static void main(String[] arguments) throws Exception {
    List<String> names = new ArrayList<>(List.of(arguments));
    Map<String, Bounds> bounds = new LinkedHashMap<>();
    if (names.size() > 1 && names.getFirst().equals("--list")) {
      bounds = bounds(Path.of(names.get(1)));
      names = new ArrayList<>(names.subList(2, names.size()));
    }
    Path folder = Files.createTempDirectory("behave");
    try {
      System.exit(run(names, bounds, folder) ? 0 : 1);
    } finally {
      delete(folder);
    }
  }

  private static boolean run(List<String> names, Map<String, Bounds> bounds, Path folder)
      throws Exception {
    List<Behaviour> tried =
        Behaviours.all().stream()
            .filter(one -> names.isEmpty() || names.contains(one.name()))
            .toList();
    FetchSettings usual = FetchSettings.standard("0", "mailto:miller@mill.example");
    boolean fine = true;
    long began = System.nanoTime();
    try (Trial trial = new Trial(tried, folder, usual, 0)) {
      trial.await(Duration.ofMinutes(8));
      for (Seen seen : trial.seen().values()) {
        fine &= told(seen, Optional.ofNullable(bounds.get(seen.behaviour().name())));
      }
      fine &= summary(trial, tried, bounds.keySet());
    }
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "%d s, heap %d of %d MB%n",
        (System.nanoTime() - began) / 1_000_000_000,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        runtime.maxMemory() >> 20);
    return fine;
  }

  private static boolean told(Seen seen, Optional<Bounds> bounds) {
    Behaviour one = seen.behaviour();
    int seconds = bounds.map(Bounds::seconds).orElse(one.seconds());
    int megabytes = bounds.map(Bounds::megabytes).orElse(one.megabytes());
    double lasted =
        seen.conversations().stream().mapToLong(talk -> talk.lasted().toMillis()).max().orElse(0)
            / 1000.0;
    double said = seen.conversations().stream().mapToLong(Conversation::said).max().orElse(0) / 1e6;
    Optional<String> fault =
        Verdict.fault(seen)
            .or(() -> lasted > seconds ? Optional.of("it took too long") : Optional.empty())
            .or(() -> said > megabytes ? Optional.of("it took too much") : Optional.empty());
    System.out.printf(
        "%-5s %-26s %-12s %6.1f of %3d s %8.2f of %3d MB  %s%n",
        fault.isEmpty() ? "ok" : "FAULT",
        one.name(),
        one.wanted(),
        lasted,
        seconds,
        said,
        megabytes,
        cut(fault.orElseGet(seen::reason)));
    return fault.isEmpty();
  }

  private static boolean summary(Trial trial, List<Behaviour> tried, Set<String> listed) {
    Set<String> missing = new HashSet<>(listed);
    Behaviours.all().forEach(one -> missing.remove(one.name()));
    List<String> canary = trial.server().canary();
    System.out.printf(
        "%d behaviours, led astray %d times, not known here: %s%n",
        tried.size(), canary.size(), missing);
    System.out.printf(
        "longest pause of a healthy source: %.1f s (asked every 2 s)%n", pause(trial));
    return missing.isEmpty() && canary.isEmpty();
  }

  private static double pause(Trial trial) {
    double longest = 0;
    for (int i = 0; i < 5; i++) {
      String name = Trial.HEALTHY + i;
      long[] times =
          trial.server().conversations().stream()
              .filter(talk -> talk.asked().name().equals(name))
              .mapToLong(Conversation::at)
              .sorted()
              .toArray();
      for (int at = 1; at < times.length; at++) {
        longest = Math.max(longest, (times[at] - times[at - 1]) / 1e9);
      }
    }
    return longest;
  }

  private static Map<String, Bounds> bounds(Path file) throws IOException {
    Map<String, Bounds> bounds = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one :
        JsonMapper.shared().readTree(Files.readString(file)).properties()) {
      boolean page = one.getValue().path("kind").asString("").equals("page");
      bounds.put(
          one.getKey(),
          new Bounds(
              one.getValue().path("t").asInt(page ? 50 : 35), one.getValue().path("mb").asInt(16)));
    }
    return bounds;
  }

  private static String cut(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "..." : text;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
