package org.headrace.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.headrace.publish.Editions;
import org.headrace.publish.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves feeds, pages and health over HTTP, each request on a virtual thread. Nothing can be
 * changed through it, unless a place is added that allows more than reading.
 */
public final class FeedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedServer.class);
  private static final String ROBOTS = "User-agent: *\nDisallow: /\n";

  static {
    // Read once by the JDK's server, when its first class is loaded. What the operator set stays.
    preset("sun.net.httpserver.nodelay", "true");
    preset("sun.net.httpserver.maxReqTime", "30");
    preset("sun.net.httpserver.maxRspTime", "120");
    preset("jdk.httpserver.maxConnections", "4096");
    preset("sun.net.httpserver.drainAmount", "1048576");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String base;
  private final HostGate gate;
  private final EditionAnswers published;
  private final List<Route> routes = new ArrayList<>();

  /**
   * Starts to serve.
   *
   * @throws IOException if the address cannot be had
   */
  public FeedServer(WebSettings settings, Editions editions, Supplier<Health> health)
      throws IOException {
    this(settings, editions, health, List.of());
  }

  /**
   * Starts to serve, with more pages.
   *
   * @param more places beside the published ones; the first that leads to a path answers
   * @throws IOException if the address cannot be had
   */
  public FeedServer(
      WebSettings settings, Editions editions, Supplier<Health> health, List<Route> more)
      throws IOException {
    InetSocketAddress listening = new InetSocketAddress(settings.address(), settings.port());
    if (listening.isUnresolved()) {
      throw new IOException(
          "\"%s\" in web.listen is no address of this machine".formatted(settings.address()));
    }
    base = settings.base();
    gate = new HostGate(listening.getAddress(), settings);
    published = new EditionAnswers(editions);
    HealthAnswers healthAnswers = new HealthAnswers(health);
    routes.add(Route.get("/health/live", healthAnswers::live));
    routes.add(Route.get("/health/ready", healthAnswers::ready));
    routes.add(Route.get("/robots.txt", request -> Answer.text(200, ROBOTS)));
    routes.addAll(more);
    server = HttpServer.create(listening, 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Lets answers under way finish for a second, then stops. */
  @Override
  public void close() {
    server.stop(1);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Request.of(exchange, base);
      send(exchange, request, answer(request));
    }
  }

  private Answer answer(Request request) {
    if (!gate.admits(request)) {
      return Answer.text(421, "This server does not answer for that host.\n");
    }
    try {
      return routed(request).orElseGet(() -> page(404, "Nothing here", "There is no such page."));
    } catch (RuntimeException e) {
      LOG.error("no answer for {}", request.path(), e);
      return page(500, "Something went wrong", "The log of the program says what.");
    }
  }

  private Optional<Answer> routed(Request request) {
    for (Route route : routes) {
      if (route.leadsTo(request.path())) {
        return Optional.of(
            route.allows(request.method())
                ? route.responder().answer(request)
                : notAllowed(route.allowed()));
      }
    }
    Optional<Answer> edition = published.find(request);
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    return reads ? edition : Optional.of(notAllowed("GET, HEAD"));
  }

  private Answer notAllowed(String allowed) {
    return page(405, "Only reading", "This address can be read, nothing else.")
        .with("Allow", allowed);
  }

  private Answer page(int status, String title, String text) {
    return Answer.of(status, Pages.MEDIA_TYPE, Pages.message(base, title, text));
  }

  private static void send(HttpExchange exchange, Request request, Answer answer)
      throws IOException {
    StandardHeaders.ALL.forEach(exchange.getResponseHeaders()::set);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean silent = request.method().equals("HEAD") || answer.status() == 304;
    if (request.method().equals("HEAD") && answer.status() != 304) {
      exchange.getResponseHeaders().set("Content-Length", "" + answer.body().length);
    }
    boolean nothing = silent || answer.body().length == 0;
    exchange.sendResponseHeaders(answer.status(), nothing ? -1 : answer.body().length);
    if (!nothing) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  private static void preset(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
