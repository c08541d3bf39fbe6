package org.headrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.headrace.store.Node;
import org.junit.jupiter.api.Test;

/** Nodes that should work alike, and do not. */
class DriftTest {
  private static Node node(String name, String version, String form, Map<String, String> files) {
    return new Node(1, name, Instant.EPOCH, Instant.EPOCH, version, form, List.of("poll"), files);
  }

  @Test
  void nodes_that_are_alike_have_nothing_to_tell() {
    Map<String, String> files = Map.of("headrace.yaml: feed.items", "a", "sources.yaml", "b");
    assertEquals(
        List.of(),
        Drift.of(List.of(node("a", "1", "17", files), node("b", "1", "17", files)), "17"));
    assertEquals(List.of(), Drift.of(List.of(), "17"));
  }

  @Test
  void the_file_and_the_key_are_named_with_who_is_unlike_whom() {
    assertEquals(
        List.of(
            "headrace.yaml: feed.items differs: b unlike a and c",
            "routes/poll.camel.yaml differs: a unlike b and c"),
        Drift.of(
            List.of(
                node("a", "1", "17", files("200", "x")),
                node("b", "1", "17", files("50", "y")),
                node("c", "1", "17", files("200", "y"))),
            "17"));
  }

  private static Map<String, String> files(String items, String route) {
    return Map.of("headrace.yaml: feed.items", items, "routes/poll.camel.yaml", route);
  }

  @Test
  void one_that_was_killed_and_started_anew_is_one() {
    Instant noon = Instant.parse("2026-11-23T12:00:00Z");
    Node dead = at(1, "a", noon.minusSeconds(60), noon);
    Node anew = at(2, "a", noon.plusSeconds(4), noon.plusSeconds(9));
    Node beside = at(3, "b", noon.minusSeconds(60), noon.plusSeconds(8));
    Node sameName = at(4, "b", noon.plusSeconds(1), noon.plusSeconds(8));
    assertEquals(
        List.of(anew, beside, sameName), Drift.running(List.of(dead, anew, beside, sameName)));
  }

  private static Node at(long id, String name, Instant started, Instant seen) {
    return new Node(id, name, started, seen, "1", "17", List.of(), Map.of());
  }

  @Test
  void what_only_one_has_is_no_difference() {
    assertEquals(
        List.of(),
        Drift.of(
            List.of(
                node("a", "1", "17", Map.of("routes/mine.camel.yaml", "x")),
                node("b", "1", "17", Map.of("sources.yaml", "y"))),
            "17"));
  }

  @Test
  void an_older_node_that_is_still_running_is_told_what_waits_for_it() {
    assertEquals(
        List.of(
            "the version differs: 1.1 on c, 1.0 on a and b",
            "the store has the form 27 of a newer Headrace: a, b go on, but will not start again"
                + " before an update"),
        Drift.of(
            List.of(
                node("a", "1.0", "17", Map.of()),
                node("b", "1.0", "17", Map.of()),
                node("c", "1.1", "27", Map.of())),
            "27"));
  }
}
