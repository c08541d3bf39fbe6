package org.headrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.headrace.config.SettingsFile;
import org.headrace.config.SourcesFile;
import org.headrace.pipeline.Journal;
import org.headrace.store.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that share the work: each does its part, and what one leaves the others find. */
class RoleTest {
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>Harbour Post</title>
      <item><title>The ferry sails again</title><link>https://post.example/ferry</link>
      <guid>1</guid><description>It sails at noon.</description></item>
      </channel></rss>
      """;

  @TempDir Path folder;
  private final BlockingQueue<Journal.Published> published = new LinkedBlockingQueue<>();

  @Test
  void every_route_belongs_to_one_role() throws Exception {
    Set<String> routes = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      for (Path file : files.toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("    id: "))
            .map(line -> line.substring("    id: ".length()))
            .filter(id -> !id.startsWith("on-error"))
            .forEach(routes::add);
      }
    }
    assertTrue(routes.remove("housekeeping-nodes"), "every node says that it runs");
    String all = Role.routesLeftOut(EnumSet.noneOf(Role.class));
    assertEquals(routes, Set.of(all.split(",")));
    assertEquals("", Role.routesLeftOut(Role.all()));
  }

  @Test
  void a_queue_that_nobody_reads_is_never_filled() {
    Map<String, String> stages =
        Map.of("stage.scrape", "seda:scrape", "stage.deduplicate", "kafka:deduplicate");
    assertEquals(stages, Role.connected(stages, Role.all()));
    Map<String, String> apart = Role.connected(stages, EnumSet.of(Role.POLL));
    assertEquals("bean:elsewhere?method=scrape", apart.get("stage.scrape"));
    assertEquals("kafka:deduplicate", apart.get("stage.deduplicate"));
  }

  @Test
  void what_one_node_polls_another_publishes() throws Exception {
    TestPostgres.require();
    String schema = TestPostgres.freshSchema();
    HttpServer paper = paper();
    String url = TestPostgres.url(schema);
    String source =
        "- url: http://127.0.0.1:%d/feed%n  fulltext: never%n  private-network: allow%n"
            .formatted(paper.getAddress().getPort());
    try (Program polls = start("polls", url, source, EnumSet.of(Role.POLL));
        Program reads = start("reads", url, "", EnumSet.of(Role.SCRAPE, Role.DEDUPLICATE));
        Program serves = start("serves", url, "", EnumSet.of(Role.WEB))) {
      assertThrows(ConnectException.class, () -> feed(polls));
      assertThrows(ConnectException.class, () -> feed(reads));
      String feed = feed(serves);
      while (!feed.contains("The ferry sails again")) {
        assertTrue(published.poll(60, TimeUnit.SECONDS) != null, feed);
        feed = feed(serves);
      }
      assertEquals(1, serves.store().sources().listed().size());
    } finally {
      paper.stop(0);
      TestPostgres.drop(schema);
    }
  }

  @Test
  void a_store_for_one_alone_is_not_worked_on_in_parts() {
    StartException refused =
        assertThrows(
            StartException.class, () -> start("alone", "data", "", EnumSet.of(Role.POLL)).close());
    assertTrue(refused.getMessage().contains("--role"), refused.getMessage());
  }

  private Program start(String name, String store, String sources, Set<Role> roles)
      throws Exception {
    Home home = new Home(Path.of("").toAbsolutePath(), folder.resolve(name));
    Files.createDirectory(folder.resolve(name));
    Files.writeString(
        home.settingsFile(),
        "store: '%s'%nweb: {listen: '127.0.0.1:%d'}%n".formatted(store, freePort()));
    Files.writeString(home.sourcesFile(), sources);
    return Program.start(
        new Program.Plan(
            home,
            SettingsFile.read(home.settingsFile()).value().orElseThrow(),
            sources.isEmpty()
                ? List.of()
                : SourcesFile.read(home.sourcesFile()).value().orElseThrow(),
            Pace.QUICK,
            true,
            Optional.empty(),
            this::note,
            roles));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void note(Journal.Event event) {
    if (event instanceof Journal.Published one) {
      published.add(one);
    }
  }

  private static HttpServer paper() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/feed",
        exchange -> {
          byte[] body = FEED.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String feed(Program program) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = program.address().resolve("feed.json");
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
  }
}
