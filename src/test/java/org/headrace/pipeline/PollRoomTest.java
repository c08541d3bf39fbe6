package org.headrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.headrace.model.Every;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FullText;
import org.headrace.model.HostTurn;
import org.headrace.model.Source;
import org.headrace.model.Trust;
import org.headrace.model.Validators;
import org.headrace.schedule.PollSettings;
import org.headrace.store.Store;
import org.headrace.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many of the hosts that are due a process takes at one look. */
class PollRoomTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final int DUE = 90;

  @TempDir Path folder;
  private Store store;

  private final Web nobody =
      new Web() {
        @Override
        public FetchOutcome feed(URI address, Validators validators, Trust trust) {
          throw new AssertionError("nobody is asked here");
        }

        @Override
        public FetchOutcome page(URI address, Trust trust) {
          throw new AssertionError("nobody is asked here");
        }

        @Override
        public boolean closed() {
          return false;
        }
      };

  @BeforeEach
  void open() {
    store = Store.open(new StoreSettings(folder.toString()));
    store.sources().sync(IntStream.range(0, DUE).mapToObj(PollRoomTest::source).toList(), NOW);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_process_that_is_alone_takes_all_it_has_room_for() {
    assertEquals(DUE, poll(100, 1).due().size());
  }

  @Test
  void no_more_are_claimed_than_can_be_asked_now_and_next() {
    assertEquals(20, poll(10, 1).due().size());
    assertEquals(20, poll(10, 3).due().size());
  }

  @Test
  void each_of_several_takes_its_part_of_what_waits_and_all_are_taken() {
    SourcePoll one = poll(100, 3);
    SourcePoll two = poll(100, 3);
    assertEquals(30, one.due().size());
    assertEquals(20, two.due().size());

    Set<String> left = new HashSet<>();
    int looks = 0;
    while (left.size() < 40 && looks++ < 40) {
      one.due().stream().map(HostTurn::host).forEach(left::add);
    }
    assertEquals(40, left.size(), "the last of them, too");
    assertEquals(List.of(), two.due());
  }

  private SourcePoll poll(int atOnce, int processes) {
    PollRoom room = new PollRoom(Duration.ofSeconds(2), atOnce, () -> processes);
    return new SourcePoll(store, nobody, PollSettings.DEFAULT, room, () -> NOW, event -> {});
  }

  private static Source source(int number) {
    URI address = URI.create("https://paper%d.example/feed".formatted(number));
    return new Source(
        "Paper", address, List.of(), new Every.Auto(), FullText.AUTO, false, List.of());
  }
}
