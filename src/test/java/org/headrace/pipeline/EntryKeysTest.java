package org.headrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Entry;
import org.headrace.model.Every;
import org.headrace.model.Feed;
import org.headrace.model.FeedHead;
import org.headrace.model.FullText;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small decisions on the way from a feed to what readers see. */
class EntryKeysTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void an_id_of_its_own_names_an_entry() {
    assertEquals(List.of("a", "b"), keys(entry("a", "/1"), entry("b", "/1"), entry("a", "/1")));
  }

  @Test
  void an_id_for_all_names_none() {
    assertEquals(3, keys(entry("a", "/1"), entry("a", "/2"), entry("a", "/3")).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://10.0.0.1:8080/x",
        "http://[::1]/",
        "http://printer.local/",
        "http://2130706433/",
        "http://nas.example:22/",
        "ftp://mill.example/",
        "javascript:alert(1)"
      })
  void what_leads_into_a_private_network_is_not_shown(String address) {
    assertFalse(
        ShownAddress.mayBe(URI.create(address), source(URI.create("http://a.example/"), false)));
  }

  @Test
  void a_source_that_may_lie_inside_may_point_to_itself() {
    Source inside = source(URI.create("http://nas.lan:8080/feed"), true);
    assertTrue(ShownAddress.mayBe(URI.create("http://NAS.lan/page"), inside));
    assertFalse(ShownAddress.mayBe(URI.create("http://router.lan/page"), inside));
    assertFalse(
        ShownAddress.mayBe(
            URI.create("http://nas.lan/page"), source(URI.create("http://nas.lan/feed"), false)));
  }

  @Test
  void heaps_of_signs_are_no_text() {
    assertFalse(Prose.isProse("x ".repeat(500)));
    assertFalse(Prose.isProse("&<>".repeat(500)));
    assertTrue(
        Prose.isProse("The mill stands by the river and grinds what farmers bring. ".repeat(9)));
    assertTrue(Prose.isProse("水車は川のそばに立ち農夫が運ぶ麦を挽いている。".repeat(20)));
    assertTrue(Prose.isProse("short"));
  }

  @Test
  void a_server_that_calls_everything_unchanged_is_doubted_once_a_week() {
    Source source = source(URI.create("http://a.example/"), false);
    int whole = 0;
    Instant last = NOON;
    for (int hour = 1; hour <= 24 * 28; hour++) {
      Instant now = NOON.plus(Duration.ofHours(hour));
      whole += Doubt.validators(source, state(last), now).isEmpty() ? 1 : 0;
      last = now;
    }
    assertEquals(4, whole);
  }

  private static PollState state(Instant polled) {
    return new PollState(
        new Validators("x", ""),
        7,
        Optional.empty(),
        Optional.of(polled),
        Optional.of(NOON.minus(Duration.ofDays(9))),
        0,
        "");
  }

  private static Source source(URI address, boolean inside) {
    return new Source("A", address, List.of(), new Every.Auto(), FullText.AUTO, inside, List.of());
  }

  private static List<String> keys(Entry... entries) {
    Feed feed = new Feed("rss20", "utf-8", FeedHead.builder().build(), List.of(entries), List.of());
    return List.copyOf(EntryKeys.of(feed).keySet());
  }

  private static Entry entry(String id, String link) {
    return Entry.builder().id(id).link(URI.create("http://a.example" + link)).title("x").build();
  }
}
