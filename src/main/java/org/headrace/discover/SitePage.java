package org.headrace.discover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Page;
import org.headrace.url.CanonicalUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A page of a site, read for where the site's feeds may be. What it gives are candidates, to be
 * asked for in the order of the methods until one proves to be a feed.
 */
public final class SitePage {
  private static final String SITEMAP = "sitemap:";
  private static final int MOST_SITEMAPS = 20;

  private final Document document;
  private final URI location;
  private final PageLinks links;

  private SitePage(Document document, URI location) {
    this.document = document;
    this.location = location;
    this.links = new PageLinks(document, location);
  }

  /** Reads {@code page}, whatever it is. */
  public static SitePage of(Page page) {
    String location = page.location().toString();
    try {
      return new SitePage(
          Jsoup.parse(new ByteArrayInputStream(page.body()), null, location), page.location());
    } catch (IOException e) {
      return new SitePage(Document.createShell(location), page.location());
    }
  }

  /** False if what came is no page at all, but data that some program wants. */
  public boolean isForPeople() {
    return document.selectFirst("a[href], meta, script, h1, p, div, table, frameset") != null;
  }

  /** Where the feeds to an address are, if it is one of a site that keeps them at known places. */
  public static List<Candidate> known(URI address) {
    return KnownSites.of(address);
  }

  /** Where known sites keep the feeds to the addresses that the page calls its own. */
  public List<Candidate> known() {
    List<Candidate> known = new ArrayList<>();
    links.own().forEach(own -> known.addAll(KnownSites.of(own)));
    return known.stream().distinct().toList();
  }

  /** The sitemaps that a site names in its robots.txt (RFC 9309, 2.2.4, and sitemaps.org). */
  public static List<URI> sitemaps(Page robots) {
    return new String(robots.body(), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> line.regionMatches(true, 0, SITEMAP, 0, SITEMAP.length()))
        .flatMap(
            line ->
                CanonicalUrl.resolve(line.substring(SITEMAP.length()).strip(), robots.location())
                    .stream())
        .distinct()
        .limit(MOST_SITEMAPS)
        .toList();
  }

  /** Links for programs, in the page's order. */
  public List<Candidate> stated() {
    return links.stated();
  }

  /** Links for people, those that say most first. */
  public List<Candidate> shown() {
    return links.shown();
  }

  /** Places used by the systems whose marks the page carries. */
  public List<Candidate> usual() {
    return Places.usual(document, links, location, home());
  }

  /** Places used by sites of any making. */
  public List<Candidate> guessed() {
    return Places.everywhere(links, location, home());
  }

  /** The front page of the site: the one the page names, else the root of its host or user. */
  public URI home() {
    String path = Optional.ofNullable(location.getRawPath()).orElse("/");
    int end = path.startsWith("/~") ? path.indexOf('/', 1) : -1;
    String root = end < 0 ? "/" : path.substring(0, end + 1);
    return links.home().or(() -> CanonicalUrl.resolve(root, location)).orElse(location);
  }

  /** True if the page is the front page itself. */
  public boolean isHome() {
    return CanonicalUrl.key(location).equals(CanonicalUrl.key(home()));
  }
}
