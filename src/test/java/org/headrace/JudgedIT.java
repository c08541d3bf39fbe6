package org.headrace;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.headrace.manners.Judge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program before a server that judges its clients. */
class JudgedIT {
  private static final String CONTACT = "mailto:operator@press.example";
  private static final Duration GAP = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void a_server_that_judges_its_clients_finds_nothing() throws Exception {
    try (Judge judge = new Judge(CONTACT, GAP)) {
      Files.writeString(folder.resolve("sources.yaml"), judge.sourcesYaml());
      Files.writeString(
          folder.resolve("headrace.yaml"),
          """
          contact: %s
          store: data
          web: {listen: "127.0.0.1:%d"}
          fetch: {gap: %dms}
          """
              .formatted(CONTACT, HeadraceProcess.freePort(), GAP.toMillis()));
      run(judge, List.of("/both", "/tag", "/date", "/none", "/renewed", "/neighbour"), 3);
      assertTrue(judge.asked("/item/1") == 1 && judge.asked("/item/3") == 1, "both pages are read");
      int before = judge.asked("/both");
      run(judge, List.of("/both"), before + 2);

      assertEquals(List.of(), judge.faults());
      assertEquals(1, judge.asked("/learned"), "one request, and none after a restart");
      assertEquals(1, judge.asked("/pages"), "one request, and none after a restart");
      assertTrue(judge.asked("/busy") >= 3, "it is asked again once the time is over");
    }
  }

  private void run(Judge judge, List<String> paths, int times) throws Exception {
    try (HeadraceProcess process = HeadraceProcess.start(folder, "run")) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  judge.asked("/item/3") > 0
                      && judge.asked("/busy") >= 3
                      && paths.stream().allMatch(path -> judge.asked(path) >= times));
      assertEquals(0, process.stop());
    }
  }
}
