package org.headrace.manners;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.headrace.model.Every;

/** Prints how {@code every: auto} compares with a poll every hour; fails if it is worse. */
public final class Manners {
  private static final PrintStream OUT = System.out;

  private Manners() {}

  /** Arguments: number of sources, days (the first is for learning), seed. */
  public static void main(String[] arguments) throws IOException {
    int sources = number(arguments, 0, 2_000);
    int days = number(arguments, 1, 2);
    long seed = number(arguments, 2, 4);
    Simulation.Result auto = simulate("auto", new Every.Auto(), sources, days, seed);
    print(auto, sources, days);
    Simulation.Result hourly =
        simulate("every 60 min", new Every.Fixed(Duration.ofHours(1)), sources, days, seed);
    print(hourly, sources, days);
    boolean good =
        breaches(auto) == 0
            && auto.unchangedShare() >= 0.9
            && auto.requests() < hourly.requests()
            && auto.median() <= hourly.median()
            && auto.mean() <= hourly.mean();
    OUT.println(good ? "well-mannered" : "NOT GOOD ENOUGH");
    System.exit(good ? 0 : 1);
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private static Simulation.Result simulate(
      String name, Every every, int sources, int days, long seed) throws IOException {
    Path folder = Files.createTempDirectory("manners");
    return Simulation.run(name, every, sources, days, seed, folder);
  }

  static int breaches(Simulation.Result result) {
    Internet internet = result.internet();
    return internet.spacingBreaches.size()
        + internet.robotsBreaches.size()
        + internet.retryBreaches.size();
  }

  private static void print(Simulation.Result result, int sources, int days) {
    Internet seen = result.internet();
    OUT.printf("%s: %d sources, %d days after one of learning%n", result.name(), sources, days - 1);
    OUT.printf("  polls               %10d%n", seen.polls);
    OUT.printf("  robots.txt, pages   %10d, %d%n", seen.robots, seen.pages);
    OUT.printf("  requests in all     %10d%n", result.requests());
    OUT.printf("  bytes               %10d%n", seen.bytes);
    OUT.printf(
        "  unchanged polls answered 304 where the server can: %.1f %% of %d%n",
        100 * result.unchangedShare(), seen.unchangedPolls);
    OUT.printf(
        "  minutes from publication to discovery: median %.1f, mean %.1f, of %d entries; %d never%n",
        result.median(), result.mean(), result.fresh().size(), result.unfound());
    for (Kind kind : Kind.values()) {
      OUT.printf("    %-9s median %7.1f%n", kind, result.median(kind));
    }
    breaches("spacing", seen.spacingBreaches);
    breaches("robots.txt", seen.robotsBreaches);
    breaches("Retry-After", seen.retryBreaches);
  }

  private static void breaches(String of, List<String> found) {
    OUT.printf("  breaches of %-12s %5d%n", of, found.size());
    found.stream().limit(3).forEach(one -> OUT.println("    " + one));
  }
}
