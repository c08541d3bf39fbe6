package org.headrace.discover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.Page;
import org.headrace.url.CanonicalUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the feeds that a page names: first the links in its head (the autodiscovery of RSS and
 * Atom, {@code link rel=alternate} with a feed's media type), then the links a person sees.
 */
public final class FeedLinks {
  private static final int MOST = 50;
  private static final Set<String> FEED_TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/feed+json",
          "application/rdf+xml");
  private static final Set<String> FEED_WORDS =
      Set.of(
          "rss",
          "atom",
          "feed",
          "feeds",
          "rdf",
          "rss.xml",
          "atom.xml",
          "feed.xml",
          "index.xml",
          "index.rdf",
          "feed.json");

  private FeedLinks() {}

  /** Site feeds before comment feeds, else in the page's order; empty if it names none. */
  public static List<FeedLink> of(Page page) {
    Document document = read(page);
    URI base = CanonicalUrl.of(document.baseUri(), page.location()).orElse(page.location());
    Map<URI, FeedLink> found = new LinkedHashMap<>();
    for (Element link : document.select("link[rel~=(?i)\\balternate\\b][href]")) {
      String type = link.attr("type").toLowerCase(Locale.ROOT).strip();
      if (FEED_TYPES.contains(type.split(";")[0].strip())) {
        add(link, link.attr("title"), base, found);
      }
    }
    for (Element link : document.select("a[href]")) {
      if (looksLikeFeed(link.attr("href"))) {
        add(link, link.text(), base, found);
      }
    }
    List<FeedLink> links = new ArrayList<>(found.values());
    links.sort(Comparator.comparing(FeedLink::comments));
    return links.stream().limit(MOST).toList();
  }

  private static Document read(Page page) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(page.body()), null, page.location().toString());
    } catch (IOException e) {
      return Document.createShell(page.location().toString());
    }
  }

  private static void add(Element link, String title, URI base, Map<URI, FeedLink> found) {
    Optional<URI> address = CanonicalUrl.of(link.attr("href"), base);
    address.ifPresent(
        uri ->
            found.putIfAbsent(
                uri, new FeedLink(uri, title.strip(), isComments(uri.getPath() + " " + title))));
  }

  private static boolean looksLikeFeed(String href) {
    String path = href.split("[?#]")[0].toLowerCase(Locale.ROOT);
    for (String part : path.split("/")) {
      if (FEED_WORDS.contains(part) || part.endsWith(".rss") || part.endsWith(".atom")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isComments(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return lower.contains("comment") || lower.contains("kommentar") || lower.contains("replies");
  }
}
