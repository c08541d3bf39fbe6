package org.headrace.manners;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.headrace.fetch.FakeNetwork.Said;

/** A simulated feed, with its server's habits. Notes when each entry was first delivered. */
final class Site {
  private static final int WINDOW = 20;
  private static final byte[] NOTHING = {};

  /** What goes wrong with it. */
  enum Trouble {
    NONE,
    FAILS,
    MISSING,
    GONE,
    BUSY,
    REFUSES,
    MOVED
  }

  final URI address;
  final Kind kind;
  final boolean withPages;
  final Trouble trouble;
  final Map<Instant, Instant> found = new LinkedHashMap<>();
  private final List<Instant> times;
  private final boolean etag;
  private final boolean lastModified;
  private final boolean dated;
  private final int maxAge;
  private final int ttl;
  private final boolean sleepsAtNight;
  private final int wall;
  private int delivered;

  Site(URI address, Random random, Instant start, Instant end) {
    this.address = address;
    this.kind = Kind.of(random.nextDouble());
    this.times = kind.times(random, start, end);
    double validators = random.nextDouble();
    this.etag = validators < 0.75;
    this.lastModified = validators < 0.60 || (validators >= 0.75 && validators < 0.85);
    this.maxAge = random.nextDouble() < 0.3 ? 300 * (1 + random.nextInt(6)) : 0;
    this.ttl = random.nextDouble() < 0.2 ? (random.nextBoolean() ? 60 : 15) : 0;
    this.sleepsAtNight = random.nextDouble() < 0.03;
    this.dated = random.nextDouble() >= 0.06;
    this.withPages = random.nextDouble() < 0.2;
    this.trouble = trouble(random.nextDouble());
    this.wall = random.nextInt(3600);
  }

  private static Trouble trouble(double chance) {
    if (chance < 0.02) {
      return Trouble.FAILS;
    }
    if (chance < 0.03) {
      return Trouble.MISSING;
    }
    if (chance < 0.035) {
      return Trouble.GONE;
    }
    if (chance < 0.055) {
      return Trouble.BUSY;
    }
    if (chance < 0.065) {
      return Trouble.REFUSES;
    }
    return chance < 0.08 ? Trouble.MOVED : Trouble.NONE;
  }

  /** True if it can tell who asks that nothing has changed. */
  boolean hasValidators() {
    return etag || lastModified;
  }

  /** True if nothing was published since the last whole answer. */
  boolean isUnchanged(Instant now) {
    return delivered > 0 && published(now) == delivered;
  }

  Said answer(URI asked, Map<String, String> headers, Instant now) {
    return switch (trouble) {
      case FAILS -> said(500, Map.of(), "");
      case MISSING -> said(404, Map.of(), "");
      case GONE -> said(410, Map.of(), "");
      case REFUSES -> said(403, Map.of(), "");
      case BUSY ->
          (now.getEpochSecond() / 3600 + wall) % 5 == 0
              ? said(429, Map.of("Retry-After", "5400"), "")
              : feed(headers, now);
      case MOVED ->
          asked.getPath().startsWith("/moved")
              ? feed(headers, now)
              : said(301, Map.of("Location", "/moved" + asked.getPath()), "");
      case NONE -> feed(headers, now);
    };
  }

  private Said feed(Map<String, String> headers, Instant now) {
    int count = published(now);
    Map<String, String> answer = validators(count);
    if (matches(headers, answer)) {
      return said(304, answer, "");
    }
    for (int i = Math.max(delivered, count - WINDOW); i < count; i++) {
      found.putIfAbsent(times.get(i), now);
    }
    delivered = count;
    answer.put("Content-Type", "application/rss+xml");
    return said(200, answer, document(count, now));
  }

  private Map<String, String> validators(int count) {
    Map<String, String> answer = new LinkedHashMap<>();
    if (etag) {
      answer.put("ETag", "\"" + count + "-" + wall + "\"");
    }
    if (lastModified && count > 0) {
      answer.put("Last-Modified", date(times.get(count - 1)));
    }
    if (maxAge > 0) {
      answer.put("Cache-Control", "max-age=" + maxAge);
    }
    return answer;
  }

  private static boolean matches(Map<String, String> headers, Map<String, String> answer) {
    Optional<String> tag = Optional.ofNullable(headers.get("If-None-Match"));
    Optional<String> since = Optional.ofNullable(headers.get("If-Modified-Since"));
    return tag.isPresent()
        ? tag.get().equals(answer.get("ETag"))
        : since.isPresent() && since.get().equals(answer.get("Last-Modified"));
  }

  private int published(Instant now) {
    int low = 0;
    int high = times.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times.get(middle).isAfter(now)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Entries published between two moments. */
  List<Instant> published(Instant from, Instant until) {
    return times.stream().filter(at -> !at.isBefore(from) && at.isBefore(until)).toList();
  }

  private String document(int count, Instant now) {
    StringBuilder xml = new StringBuilder("<rss version=\"2.0\"><channel><title>");
    xml.append(address.getHost()).append("</title>");
    if (ttl > 0) {
      xml.append("<ttl>").append(ttl).append("</ttl>");
    }
    if (sleepsAtNight) {
      xml.append("<skipHours><hour>1</hour><hour>2</hour><hour>3</hour></skipHours>");
    }
    for (int i = count - 1; i >= Math.max(0, count - WINDOW); i--) {
      item(xml, i);
    }
    return xml.append("</channel></rss>").toString();
  }

  private void item(StringBuilder xml, int number) {
    String path = (number % 10 == 0 ? "/private/" : "/item/") + address.getPath().hashCode();
    xml.append("<item><guid isPermaLink=\"false\">").append(address.getPath()).append(number);
    xml.append("</guid><title>Note ").append(number).append("</title><link>http://");
    xml.append(address.getHost()).append(path).append('-').append(number).append("</link>");
    if (dated) {
      xml.append("<pubDate>").append(date(times.get(number))).append("</pubDate>");
    }
    xml.append("<description>What happened at number ").append(number);
    xml.append(" is told here in one sentence.</description></item>");
  }

  static String date(Instant moment) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
  }

  static Said said(int status, Map<String, String> headers, String body) {
    byte[] bytes = body.isEmpty() ? NOTHING : body.getBytes(StandardCharsets.UTF_8);
    return new Said(status, headers, bytes, Duration.ofMillis(400));
  }

  static List<Site> sites(int number, long seed, Instant start, Instant end) {
    Random random = new Random(seed);
    List<Site> sites = new ArrayList<>();
    int host = 0;
    while (sites.size() < number) {
      host++;
      int feeds = host % 20 == 0 ? 12 : host % 5 == 0 ? 3 : 1;
      for (int i = 0; i < feeds && sites.size() < number; i++) {
        String name = feeds == 1 ? "www" : "www" + i % 3;
        URI address = URI.create("http://" + name + ".press" + host + ".example/feed" + i);
        sites.add(new Site(address, random, start, end));
      }
    }
    return sites;
  }
}
