package org.headrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.headrace.config.SettingsFile;
import org.headrace.config.SourcesFile;
import org.headrace.pipeline.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, its routes among it, and a hub: what is pushed is published. */
class PushedProgramTest {
  @TempDir Path folder;
  private final BlockingQueue<Journal.Published> published = new LinkedBlockingQueue<>();

  @Test
  void what_a_hub_sends_is_published_and_nothing_else_is() throws Exception {
    try (TestHub hub = new TestHub().publish("one");
        Program program = Program.start(plan(hub, freePort()))) {
      Map<String, String> form = hub.asked().poll(60, TimeUnit.SECONDS);
      assertEquals(200, hub.verify(form, "challenge", 86_400).statusCode());
      assertEquals(202, hub.push(form, hub.document("evil"), "sha1=00").statusCode());
      assertEquals(202, hub.push(form, hub.document("two")).statusCode());
      String feed = feedWith(program, "Title two");
      assertTrue(feed.contains("Title one"), feed);
      assertTrue(!feed.contains("Title evil"), feed);
    }
  }

  private String feedWith(Program program, String title) throws Exception {
    String feed = feed(program);
    while (!feed.contains(title)) {
      assertTrue(published.poll(60, TimeUnit.SECONDS) != null, feed);
      feed = feed(program);
    }
    return feed;
  }

  private static String feed(Program program) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = program.address().resolve("feed.json");
      return client
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private Program.Plan plan(TestHub hub, int port) throws Exception {
    Home home = new Home(Path.of("").toAbsolutePath(), folder);
    Files.writeString(
        home.settingsFile(),
        """
        store: data
        web:
          listen: 127.0.0.1:%1$d
          public-address: http://127.0.0.1:%1$d/
        fetch:
          gap: 100ms
        """
            .formatted(port));
    Files.writeString(
        home.sourcesFile(),
        "- url: %s%n  fulltext: never%n  private-network: allow%n".formatted(hub.at("/feed")));
    return new Program.Plan(
        home,
        SettingsFile.read(home.settingsFile()).value().orElseThrow(),
        SourcesFile.read(home.sourcesFile()).value().orElseThrow(),
        Pace.QUICK,
        true,
        Optional.empty(),
        event -> {
          if (event instanceof Journal.Published one) {
            published.add(one);
          }
        });
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
