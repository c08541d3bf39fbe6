package org.headrace.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.headrace.publish.Editions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlAnswersTest {
  private final List<String> orders = new ArrayList<>();
  private FeedServer server;

  @BeforeEach
  void serve() throws IOException {
    Controls controls =
        new Controls() {
          @Override
          public Done reload() {
            orders.add("reload");
            return new Done(200, "done");
          }

          @Override
          public Done refresh(String source) {
            orders.add("refresh " + source);
            return new Done(200, "done");
          }
        };
    server =
        new FeedServer(
            new WebSettings("127.0.0.1", 0, URI.create("http://127.0.0.1/")),
            new Editions(),
            () -> new Health(true, List.of()),
            new ControlAnswers(controls, List.of("right", ""), "/").routes());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> post(String path, String form, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .POST(BodyPublishers.ofString(form));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  @Test
  void whoever_knows_the_key_gives_orders_by_header_or_form() throws Exception {
    assertEquals(200, post("/control/reload", "", "Authorization", "Bearer right").statusCode());
    assertEquals(200, post("/control/refresh", "source=A+b%26c&token=right").statusCode());
    assertEquals(List.of("reload", "refresh A b&c"), orders);
  }

  @Test
  void nobody_else_does() throws Exception {
    assertEquals(403, post("/control/reload", "").statusCode());
    assertEquals(403, post("/control/reload", "token=").statusCode());
    assertEquals(403, post("/control/reload", "", "Authorization", "Bearer wrong").statusCode());
    assertEquals(413, post("/control/reload", "x".repeat(20_000)).statusCode());
    assertTrue(orders.isEmpty());
  }

  @Test
  void a_link_gives_no_order() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest get =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + server.port() + "/control/reload?token=right"))
              .build();
      assertEquals(405, client.send(get, BodyHandlers.ofString()).statusCode());
    }
    assertTrue(orders.isEmpty());
  }
}
