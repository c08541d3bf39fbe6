package org.headrace.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Puts one outlet on a port of this computer's loopback address, and only there. */
final class OutletServer implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Site site;
  private final Outlet outlet;
  private final Consumer<Request> journal;
  private final InstantSource clock;

  private OutletServer(
      HttpServer server, Paper paper, Consumer<Request> journal, InstantSource clock) {
    this.server = server;
    this.site = new Site(paper, URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    this.outlet = site.outlet();
    this.journal = journal;
    this.clock = clock;
  }

  /** Starts at {@code port}; 0 takes any that is free. */
  static OutletServer start(Paper paper, int port, Consumer<Request> journal, InstantSource clock)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
    OutletServer started = new OutletServer(HttpServer.create(address, 0), paper, journal, clock);
    started.server.setExecutor(started.workers);
    started.server.createContext("/", started::handle);
    started.server.start();
    return started;
  }

  Outlet outlet() {
    return outlet;
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Ask ask = ask(exchange);
      Answer answer = site.answer(ask);
      journal.accept(
          new Request(
              outlet.key(),
              ask.method(),
              ask.path(),
              answer.status(),
              ask.userAgent(),
              ask.ifNoneMatch(),
              ask.ifModifiedSince(),
              clock.instant()));
      send(exchange, answer);
    }
  }

  private static Ask ask(HttpExchange exchange) {
    String path = Optional.ofNullable(exchange.getRequestURI().getPath()).orElse("");
    return new Ask(
        exchange.getRequestMethod(),
        path,
        header(exchange, "User-Agent"),
        header(exchange, "Accept-Encoding"),
        header(exchange, "If-None-Match"),
        header(exchange, "If-Modified-Since"));
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
    exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
    if (!bodiless) {
      exchange.getResponseBody().write(answer.body());
    }
  }
}
