package org.headrace.manners;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headrace.fetch.FakeNetwork.Said;
import org.headrace.url.HostKey;

/** All simulated servers; counts what they are asked and notes every breach of manners. */
final class Internet {
  private static final Duration GAP = Duration.ofSeconds(2);

  private final Map<String, Site> feeds = new HashMap<>();
  private final Map<String, Visits> hosts = new HashMap<>();
  private final Instant counted;
  final List<String> spacingBreaches = new ArrayList<>();
  final List<String> robotsBreaches = new ArrayList<>();
  final List<String> retryBreaches = new ArrayList<>();
  int polls;
  int robots;
  int pages;
  int unchangedPolls;
  int unchangedAnswers;
  long bytes;

  /** What one registrable domain has seen. */
  private static final class Visits {
    Instant end = Instant.MIN;
    Instant closedUntil = Instant.MIN;
    boolean pageLast;
  }

  /**
   * @param counted from when on requests are counted; breaches always are
   */
  Internet(List<Site> sites, Instant counted) {
    this.counted = counted;
    for (Site site : sites) {
      feeds.put(site.address.getHost() + site.address.getPath(), site);
    }
  }

  Said answer(URI address, Map<String, String> headers, Instant at) {
    Visits visits = hosts.computeIfAbsent(HostKey.of(address), key -> new Visits());
    int number = hostNumber(address);
    boolean page = isPage(address);
    checkTime(address, at, visits, number);
    Said said = answer(address, headers, at, page, number);
    if (said.status() == 429) {
      visits.closedUntil = at.plusSeconds(Long.parseLong(said.headers().get("Retry-After")));
    }
    visits.end = at.plus(said.took());
    visits.pageLast = page;
    if (!at.isBefore(counted)) {
      bytes += 200 + said.body().length;
    }
    return said;
  }

  private void checkTime(URI address, Instant at, Visits visits, int number) {
    Duration wanted = visits.pageLast ? delay(number) : GAP;
    if (visits.end.isAfter(Instant.MIN) && at.isBefore(visits.end.plus(wanted))) {
      spacingBreaches.add(address + " at " + at + ", the last request ended at " + visits.end);
    }
    if (at.isBefore(visits.closedUntil)) {
      retryBreaches.add(address + " at " + at + ", closed until " + visits.closedUntil);
    }
  }

  private Said answer(
      URI address, Map<String, String> headers, Instant at, boolean page, int number) {
    boolean counts = !at.isBefore(counted);
    if (address.getPath().equals("/robots.txt")) {
      robots += counts ? 1 : 0;
      return robots(number);
    }
    if (page) {
      pages += counts ? 1 : 0;
      if (address.getPath().startsWith("/private/") || number % 50 == 7) {
        robotsBreaches.add(address + " at " + at);
      }
      return Site.said(200, Map.of("Content-Type", "text/html"), "<p>" + address + "</p>");
    }
    return feed(address, headers, at, counts);
  }

  private Said feed(URI address, Map<String, String> headers, Instant at, boolean counts) {
    String path = address.getPath();
    Site site = feeds.get(address.getHost() + path.replaceFirst("^/moved", ""));
    if (site == null) {
      return Site.said(404, Map.of(), "");
    }
    boolean could = site.hasValidators() && site.isUnchanged(at);
    Said said = site.answer(address, headers, at);
    if (counts) {
      polls++;
      boolean answered = said.status() == 200 || said.status() == 304;
      unchangedPolls += could && answered ? 1 : 0;
      unchangedAnswers += could && said.status() == 304 ? 1 : 0;
    }
    return said;
  }

  private static Said robots(int number) {
    if (number % 50 == 7) {
      return Site.said(503, Map.of(), "");
    }
    String delay = number % 10 == 3 ? "Crawl-delay: " + delay(number).toSeconds() + "\n" : "";
    return Site.said(
        200,
        Map.of("Content-Type", "text/plain"),
        "User-agent: *\n" + delay + "Disallow: /private/\n");
  }

  private static Duration delay(int number) {
    return number % 10 == 3 ? Duration.ofSeconds(10 + number % 50) : GAP;
  }

  private static boolean isPage(URI address) {
    return address.getPath().startsWith("/item/") || address.getPath().startsWith("/private/");
  }

  private static int hostNumber(URI address) {
    String host = address.getHost();
    int press = host.indexOf("press") + "press".length();
    return Integer.parseInt(host.substring(press, host.indexOf('.', press)));
  }
}
