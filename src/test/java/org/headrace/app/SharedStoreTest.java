package org.headrace.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.headrace.config.SettingsFile;
import org.headrace.model.Source;
import org.headrace.store.LaterForm;
import org.headrace.store.Node;
import org.headrace.store.Store;
import org.headrace.store.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes on one store: one list for all, nodes that are not alike, and one newer than the others.
 */
class SharedStoreTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String LIST = SourcesInStore.DOCUMENT;

  @TempDir Path folder;
  private final String schema = TestPostgres.freshSchema();
  private final AtomicReference<String> title = new AtomicReference<>("The ferry sails again");
  private HttpServer paper;

  @BeforeAll
  static void needs_a_server() {
    TestPostgres.require();
  }

  @BeforeEach
  void open() throws IOException {
    paper = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    paper.createContext(
        "/",
        exchange -> {
          byte[] body =
              """
              <rss version="2.0"><channel><title>Harbour Post</title><item><title>%s</title>
              <link>https://post.example/%d</link><guid>%d</guid>
              <description>It sails at noon.</description></item></channel></rss>
              """
                  .formatted(title.get(), title.get().hashCode(), title.get().hashCode())
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    paper.start();
  }

  @AfterEach
  void close() {
    paper.stop(0);
    TestPostgres.drop(schema);
  }

  private String source(String path) {
    return "- {url: 'http://127.0.0.1:%d/%s', fulltext: never, private-network: allow, every: 1s}%n"
        .formatted(paper.getAddress().getPort(), path);
  }

  private Program start(String name, String more) throws Exception {
    Home home = new Home(Path.of("").toAbsolutePath(), folder.resolve(name));
    Files.createDirectories(folder.resolve(name));
    Files.writeString(
        home.settingsFile(),
        "store: '%s'%nsources: store%nfetch: {gap: 1ms}%nweb: {listen: '127.0.0.1:%d'}%n%s"
            .formatted(TestPostgres.url(schema), freePort(), more));
    return Program.start(
        new Program.Plan(
            home,
            SettingsFile.read(home.settingsFile()).value().orElseThrow(),
            List.of(),
            Pace.QUICK,
            true,
            Optional.empty(),
            event -> {}));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static List<String> paths(Store store) {
    return store.sources().listed().stream()
        .map(Source::address)
        .map(address -> address.getPath())
        .toList();
  }

  private static List<Long> ids(Store store) {
    return store.nodes().since(Instant.EPOCH).stream().map(Node::id).toList();
  }

  private static boolean tells(Program program, String words) {
    Store store = program.store();
    return Drift.of(Nodes.running(store, Instant.now()), store.nodes().form()).stream()
        .anyMatch(one -> one.contains(words));
  }

  @Test
  void a_list_that_was_put_into_the_store_is_applied_by_nodes_that_run() throws Exception {
    try (Program one = start("one", "")) {
      assertEquals(List.of(), paths(one.store()));
      assertTrue(one.store().documents().put(LIST, 0, source("a"), "ada", Instant.now()));
      await().atMost(PATIENCE).until(() -> paths(one.store()).equals(List.of("/a")));
      await().atMost(PATIENCE).until(() -> one.store().stories().version() > 0);

      assertTrue(one.store().documents().put(LIST, 1, "- urk: x\n", "ada", Instant.now()));
      one.reload();
      assertEquals(List.of("/a"), paths(one.store()), "a list with a fault changes nothing");

      assertTrue(
          one.store().documents().put(LIST, 2, source("a") + source("b"), "ada", Instant.now()));
      await().atMost(PATIENCE).until(() -> paths(one.store()).equals(List.of("/a", "/b")));
    }
  }

  @Test
  void nodes_that_are_not_alike_say_so_with_the_key() throws Exception {
    List<Long> both;
    try (Program one = start("one", "");
        Program two = start("two", "feed: {items: 50}\n")) {
      await().atMost(PATIENCE).until(() -> tells(one, "headrace.yaml: feed.items differs"));
      assertTrue(tells(two, "feed.items"));
      both = ids(one.store());
      assertEquals(2, both.size());
    }
    try (Program alone = start("one", "")) {
      assertTrue(Collections.disjoint(both, ids(alone.store())), "they said good-bye");
    }
  }

  @Test
  void a_node_goes_on_when_a_newer_one_has_changed_the_store_and_does_not_start_again()
      throws Exception {
    try (Program old = start("old", "")) {
      old.store().documents().put(LIST, 0, source("a"), "ada", Instant.now());
      await().atMost(PATIENCE).until(() -> old.store().stories().version() > 0);

      LaterForm.bring(TestPostgres.url(schema));
      long before = old.store().stories().version();
      title.set("The ferry stays in port");

      await().atMost(PATIENCE).until(() -> old.store().stories().version() > before);
      assertTrue(old.isWell());
      await().atMost(PATIENCE).until(() -> tells(old, "the form 900 of a newer Headrace"));

      StartException refused = assertThrows(StartException.class, () -> start("old2", "").close());
      assertTrue(refused.getMessage().contains("newer Headrace"), refused.getMessage());
    }
  }
}
