package org.headrace.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A publisher with a hub of its own, on one port of the loopback address. */
final class TestHub implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<Map<String, String>> asked = new LinkedBlockingQueue<>();
  private final List<String> entries = new ArrayList<>();
  private volatile String link = "</hub>; rel=hub, </feed>; rel=self";
  private volatile String inDocument = "";
  private volatile int status = 202;

  TestHub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/feed", this::feed);
    server.createContext("/", this::hub);
    server.start();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** What the publisher publishes from now on, beside what it did before. */
  synchronized TestHub publish(String entry) {
    entries.add(entry);
    return this;
  }

  /** What the header says from now on; empty if nothing. */
  TestHub link(String header) {
    link = header;
    return this;
  }

  /** What the document says from now on. */
  TestHub inDocument(String markup) {
    inDocument = markup;
    return this;
  }

  /** How the hub answers from now on. */
  TestHub answer(int with) {
    status = with;
    return this;
  }

  /** What was asked of the hub, in order; what was taken is not given again. */
  BlockingQueue<Map<String, String>> asked() {
    return asked;
  }

  /** The whole feed. */
  synchronized String document() {
    return document(entries.toArray(String[]::new));
  }

  /** A feed of some entries. */
  String document(String... some) {
    return "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>"
        + "<title>Paper</title>"
        + inDocument
        + Stream.of(some)
            .map(
                one ->
                    "<item><guid>%1$s</guid><link>%2$s/%1$s</link><title>Title %1$s</title>"
                            .formatted(one, at(""))
                        + "<description>Words of %s.</description></item>".formatted(one))
            .collect(Collectors.joining())
        + "</channel></rss>";
  }

  /** Asks the subscriber whether it meant {@code form}. */
  HttpResponse<String> verify(Map<String, String> form, String challenge, long lease)
      throws IOException, InterruptedException {
    return call(
        form,
        Map.of(
            "hub.mode", form.get("hub.mode"),
            "hub.topic", form.get("hub.topic"),
            "hub.challenge", challenge,
            "hub.lease_seconds", Long.toString(lease)));
  }

  /** Calls the subscriber with a query. */
  HttpResponse<String> call(Map<String, String> form, Map<String, String> fields)
      throws IOException, InterruptedException {
    String query =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(URI.create(form.get("hub.callback") + "?" + query)));
  }

  /** Sends a document, signed as agreed. */
  HttpResponse<String> push(Map<String, String> form, String body)
      throws IOException, InterruptedException {
    return push(form, body, "sha256=" + hmac(form.get("hub.secret"), body));
  }

  /** Sends a document with a signature; with none if that is empty. */
  HttpResponse<String> push(Map<String, String> form, String body, String signature)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(form.get("hub.callback")))
            .header("Content-Type", "application/rss+xml")
            .POST(BodyPublishers.ofString(body));
    return send(signature.isEmpty() ? request : request.header("X-Hub-Signature", signature));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String hmac(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void feed(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!link.isEmpty()) {
        exchange.getResponseHeaders().set("Link", link);
      }
      byte[] body = document().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void hub(HttpExchange exchange) throws IOException {
    try (exchange) {
      String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean asks =
          exchange.getRequestMethod().equals("POST")
              && exchange.getRequestURI().getPath().startsWith("/hub");
      if (asks) {
        asked.add(
            Stream.of(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> decoded(field[1]))));
      }
      exchange.sendResponseHeaders(asks ? status : 404, -1);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }
}
