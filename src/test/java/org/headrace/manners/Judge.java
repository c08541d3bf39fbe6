package org.headrace.manners;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * A server that judges who asks it, as owners of sites do: on several loopback addresses, each a
 * host of its own. What a client does wrong is noted in a sentence.
 */
public final class Judge implements AutoCloseable {
  /** As a careless server writes them: to be given back byte for byte. */
  static final String ODD_TAG = "W/\"it's, a \\\"tag\\\"\"";

  static final String ODD_DATE = "Mon,  2 Mar 2026 08:00:00 +0000";

  private static final String ITEM =
      "<item><guid isPermaLink='false'>%s</guid><title>Note of %s</title><link>%s</link>"
          + "<pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>"
          + "<description>What happened there is told in one sentence.</description></item>";

  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Visits> hosts = new ConcurrentHashMap<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final List<HttpServer> servers = new ArrayList<>();
  private final String contact;
  private final Duration gap;
  private final int port;

  /** What one host has seen; times in nanoseconds. */
  private static final class Visits {
    boolean begun;
    boolean busy;
    long end;
    long closedUntil;
  }

  /**
   * Opens the hosts.
   *
   * @param contact what must stand in the User-Agent
   * @param gap least rest between two requests to one host
   */
  public Judge(String contact, Duration gap) throws IOException {
    this.contact = contact;
    this.gap = gap;
    HttpServer first = open("127.0.0.11", 0);
    port = first.getAddress().getPort();
    for (int host = 12; host <= 18; host++) {
      open("127.0.0." + host, port);
    }
  }

  private HttpServer open(String address, int at) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), at), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> handle(address, exchange));
    server.start();
    servers.add(server);
    return server;
  }

  /** A list of sources on its hosts. */
  public String sourcesYaml() {
    StringBuilder yaml = new StringBuilder();
    source(yaml, 11, "both", "every: 1s, fulltext: never");
    source(yaml, 12, "tag", "every: 1s, fulltext: never");
    source(yaml, 13, "date", "every: 1s, fulltext: never");
    source(yaml, 14, "none", "every: 1s, fulltext: never");
    source(yaml, 15, "renewed", "every: 1s, fulltext: never");
    source(yaml, 16, "busy", "every: 1s, fulltext: never");
    source(yaml, 16, "neighbour", "every: 1s, fulltext: never");
    source(yaml, 17, "learned", "fulltext: never");
    source(yaml, 18, "pages", "fulltext: always");
    return yaml.toString();
  }

  private void source(StringBuilder yaml, int host, String path, String more) {
    yaml.append("- {name: ").append(path).append(", url: 'http://127.0.0.").append(host);
    yaml.append(':').append(port).append('/').append(path).append("', ").append(more);
    yaml.append(", private-network: allow}\n");
  }

  /** What was done wrong so far. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** How often a path was asked for. */
  public int asked(String path) {
    return asked.getOrDefault(path, 0);
  }

  private void handle(String host, HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Visits visits = hosts.computeIfAbsent(host, any -> new Visits());
      boolean mayAnswer = begin(visits, path);
      int times = asked.merge(path, 1, Integer::sum);
      judge(path, exchange, times);
      if (mayAnswer && path.equals("/busy") && times == 2) {
        close(visits, Duration.ofSeconds(3));
        exchange.getResponseHeaders().set("Retry-After", "3");
        exchange.sendResponseHeaders(429, -1);
      } else {
        answer(exchange, path, times);
      }
      end(visits);
    }
  }

  private boolean begin(Visits visits, String path) {
    synchronized (visits) {
      long now = System.nanoTime();
      check(!visits.busy, path, "two requests at once");
      check(!visits.begun || now - visits.end >= gap.toNanos(), path, "too soon after another one");
      check(now >= visits.closedUntil || visits.closedUntil == 0, path, "within Retry-After");
      visits.begun = true;
      visits.busy = true;
      return true;
    }
  }

  private static void close(Visits visits, Duration time) {
    synchronized (visits) {
      visits.closedUntil = System.nanoTime() + time.toNanos();
    }
  }

  private static void end(Visits visits) {
    synchronized (visits) {
      visits.busy = false;
      visits.end = System.nanoTime();
    }
  }

  private void judge(String path, HttpExchange exchange, int times) {
    String agent = header(exchange, "User-Agent").orElse("");
    check(agent.startsWith("headrace/"), path, "the User-Agent is \"" + agent + "\"");
    check(agent.contains(contact), path, "no contact in the User-Agent");
    check(header(exchange, "Cookie").isEmpty(), path, "a cookie is sent");
    check(header(exchange, "Referer").isEmpty(), path, "a referer is sent");
    String encoding = header(exchange, "Accept-Encoding").orElse("");
    check(encoding.contains("gzip") && !encoding.contains("*"), path, "no encoding named");
    check(!path.startsWith("/private"), path, "robots.txt asks not to read it");
    check(!path.equals("/robots.txt") || times == 1, path, "robots.txt twice on a day");
    boolean feed = !path.equals("/robots.txt") && !path.startsWith("/item");
    String accept = header(exchange, "Accept").orElse("");
    check(!feed || accept.startsWith("application/atom+xml"), path, "feeds are not named first");
    if (feed) {
      conditional(path, exchange, times);
    }
  }

  private void conditional(String path, HttpExchange exchange, int times) {
    String tag = times == 1 ? "" : tag(path, times - 1);
    String date = times == 1 ? "" : date(path);
    if (path.equals("/busy") || path.equals("/neighbour")) {
      return;
    }
    String sentTag = header(exchange, "If-None-Match").orElse("");
    String sentDate = header(exchange, "If-Modified-Since").orElse("");
    check(sentTag.equals(tag), path, "If-None-Match: " + sentTag + " in place of " + tag);
    check(sentDate.equals(date), path, "If-Modified-Since: " + sentDate + " in place of " + date);
    check(
        header(exchange, "A-IM").isEmpty() || !(tag + date).isEmpty(),
        path,
        "A-IM without validators");
  }

  /** The tag given with one answer. */
  private static String tag(String path, int answer) {
    return switch (path) {
      case "/both", "/tag" -> ODD_TAG;
      case "/renewed" -> "\"" + answer + "\"";
      default -> "";
    };
  }

  private static String date(String path) {
    return path.equals("/both") || path.equals("/date") ? ODD_DATE : "";
  }

  private void answer(HttpExchange exchange, String path, int times) throws IOException {
    exchange.getResponseHeaders().set("Set-Cookie", "who=you; Path=/");
    if (!tag(path, times).isEmpty()) {
      exchange.getResponseHeaders().set("ETag", tag(path, times));
    }
    if (!date(path).isEmpty()) {
      exchange.getResponseHeaders().set("Last-Modified", date(path));
    }
    boolean known = header(exchange, "If-None-Match").isPresent();
    if (known || header(exchange, "If-Modified-Since").isPresent()) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    byte[] body = body(path).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private String body(String path) {
    if (path.equals("/robots.txt")) {
      return "User-agent: *\nDisallow: /private\n";
    }
    if (path.startsWith("/item")) {
      return "<html><title>Note</title><p>A note.</p></html>";
    }
    String base = "http://127.0.0.18:" + port;
    String items =
        path.equals("/pages")
            ? item("1", base + "/item/1")
                + item("2", base + "/private/2")
                + item("3", base + "/item/3")
            : item(path, base + "/item" + path);
    return "<rss version='2.0'><channel><title>" + path + "</title>" + items + "</channel></rss>";
  }

  private static String item(String name, String link) {
    return ITEM.formatted(name, name, link);
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private void check(boolean good, String path, String fault) {
    if (!good) {
      faults.add(path + ": " + fault);
    }
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
  }
}
