package org.headrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headrace.model.ArticleId;
import org.headrace.model.Every;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FullText;
import org.headrace.model.HostTurn;
import org.headrace.model.Page;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.Trust;
import org.headrace.model.Validators;
import org.headrace.schedule.PollSettings;
import org.headrace.store.Store;
import org.headrace.store.StoreException;
import org.headrace.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that cannot be asked for a while, and the polls that were under way then. */
class StoreOutageTest {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Source SOURCE =
      new Source(
          "Paper",
          URI.create("https://paper.example/feed"),
          List.of(),
          new Every.Auto(),
          FullText.NEVER,
          false,
          List.of());
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>Paper</title><item><guid>bridge</guid>
      <title>Bridge closed</title><description>A crack closes the bridge.</description>
      </item></channel></rss>
      """;

  @TempDir Path folder;
  private final Paper paper = new Paper();
  private final List<Journal.Event> events = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private Store store;
  private SourcePoll poll;

  /** One feed; something may happen while it is fetched. */
  private static final class Paper implements Web {
    Runnable meanwhile = () -> {};

    @Override
    public FetchOutcome feed(URI address, Validators validators, Trust trust) {
      meanwhile.run();
      Page page = Page.of(address, "text/xml", FEED.getBytes(StandardCharsets.UTF_8));
      return new FetchOutcome.Found(page, Validators.NONE, Optional.empty(), Optional.empty());
    }

    @Override
    public FetchOutcome page(URI address, Trust trust) {
      throw new AssertionError("no page is needed here");
    }

    @Override
    public boolean closed() {
      return false;
    }
  }

  @BeforeEach
  void open() {
    store = Store.open(new StoreSettings(folder.toString()));
    store.sources().sync(List.of(SOURCE), now);
    PollRoom room = new PollRoom(Duration.ofSeconds(2), 1);
    poll = new SourcePoll(store, paper, PollSettings.DEFAULT, room, () -> now, events::add);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void takeAway(String table) {
    run("alter table " + table + " rename to gone");
  }

  private void giveBack(String table) {
    run("alter table gone rename to " + table);
  }

  private void run(String statement) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("headrace.db"));
        Statement run = connection.createStatement()) {
      run.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private PollState state() {
    return store.sources().all().getFirst().state();
  }

  private List<ArticleId> pollAfterTheLease() {
    now = now.plus(LEASE);
    return poll.poll(poll.due().getFirst());
  }

  @Test
  void is_not_held_against_the_source_that_was_asked() {
    HostTurn turn = poll.due().getFirst();
    paper.meanwhile = () -> takeAway("article");

    assertThrows(StoreException.class, () -> poll.poll(turn));

    paper.meanwhile = () -> {};
    giveBack("article");
    assertEquals(PollState.NEW, state());
    assertEquals(List.of(), events);
    assertEquals(1, pollAfterTheLease().size());
    assertEquals(0, state().failures());
  }

  @Test
  void of_any_length_takes_no_room_from_later_polls() {
    for (int times = 0; times < 5; times++) {
      HostTurn turn = poll.due().getFirst();
      now = now.plus(LEASE.dividedBy(2)); // it waited in line, and is to be held anew
      takeAway("host");
      assertThrows(StoreException.class, () -> poll.poll(turn));
      giveBack("host");
      now = now.plus(LEASE);
    }

    assertEquals(1, pollAfterTheLease().size());
  }
}
