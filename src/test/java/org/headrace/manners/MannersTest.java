package org.headrace.manners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.headrace.model.Every;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two days of a few sources; {@code bench/manners} does the same with thousands. */
class MannersTest {
  @TempDir Path folder;

  @Test
  void auto_is_fresher_than_every_hour_with_fewer_requests_and_nobody_is_disturbed() {
    Simulation.Result auto = run("auto", new Every.Auto());
    Simulation.Result hourly = run("hourly", new Every.Fixed(Duration.ofHours(1)));

    assertEquals(List.of(), auto.internet().spacingBreaches);
    assertEquals(List.of(), auto.internet().robotsBreaches);
    assertEquals(List.of(), auto.internet().retryBreaches);
    assertTrue(auto.internet().pages > 0 && auto.internet().robots > 0);
    assertTrue(auto.unchangedShare() >= 0.9, "304 share " + auto.unchangedShare());
    assertTrue(auto.requests() < hourly.requests(), auto.requests() + " of " + hourly.requests());
    assertTrue(auto.median() <= hourly.median(), auto.median() + " and " + hourly.median());
  }

  private Simulation.Result run(String name, Every every) {
    return Simulation.run(name, every, 60, 2, 4, folder.resolve(name));
  }
}
