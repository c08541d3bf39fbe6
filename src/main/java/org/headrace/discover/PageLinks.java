package org.headrace.discover;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headrace.discover.Candidate.Sign;
import org.headrace.url.CanonicalUrl;
import org.headrace.url.HostKey;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The links of a page that may lead to feeds: those for programs (<a
 * href="https://www.rssboard.org/rss-autodiscovery">autodiscovery</a>) and those for people.
 */
final class PageLinks {
  private static final int MOST = 50;
  private static final Set<String> FEED_TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/feed+json",
          "application/rdf+xml",
          "application/rss",
          "application/atom",
          "application/x.atom+xml",
          "application/x-rss+xml",
          "application/rss-xml",
          "text/rss",
          "text/rss+xml",
          "text/atom+xml");

  /** Types that feeds are sent as, and much else: the address has to say more. */
  private static final Set<String> VAGUE_TYPES =
      Set.of("", "application/xml", "text/xml", "application/json", "text/json");

  private final Document document;
  private final URI location;
  private final URI base;
  private final String host;

  /** The links of {@code document}, which was found at {@code location}. */
  PageLinks(Document document, URI location) {
    this.document = document;
    this.location = location;
    this.base = CanonicalUrl.resolve(document.baseUri(), location).orElse(location);
    this.host = HostKey.of(location);
  }

  /** Links for programs, in the page's order. */
  List<Candidate> stated() {
    Map<URI, Candidate> found = new LinkedHashMap<>();
    for (Element link : document.select("link[href]")) {
      if (statesFeed(link)) {
        add(link, link.attr("title"), Sign.STATED, found);
      }
    }
    return List.copyOf(found.values());
  }

  private static boolean statesFeed(Element link) {
    Set<String> relations = words(link.attr("rel"));
    if (relations.contains("feed") || relations.contains("service.feed")) {
      return true;
    }
    if (!relations.contains("alternate")) {
      return false;
    }
    String type = type(link);
    boolean otherLanguage = link.hasAttr("hreflang") && type.isEmpty();
    return FEED_TYPES.contains(type)
        || VAGUE_TYPES.contains(type)
            && !otherLanguage
            && (FeedWords.inAddress(link.attr("href")) || FeedWords.inText(link.attr("title")));
  }

  /**
   * Links for people. Those of the same site whose address or words speak of a feed, those of other
   * hosts only if both do; the more is said, the earlier.
   */
  List<Candidate> shown() {
    Map<URI, Candidate> sure = new LinkedHashMap<>();
    Map<URI, Candidate> likely = new LinkedHashMap<>();
    Map<URI, Candidate> faint = new LinkedHashMap<>();
    for (Element link : document.select("a[href], area[href]")) {
      boolean address = FeedWords.inAddress(link.attr("href"));
      boolean typed = FEED_TYPES.contains(type(link));
      boolean words = FeedWords.inText(words(link));
      if (typed || address && words) {
        add(link, label(link), Sign.SHOWN, sure);
      } else if (address && isOfSite(link)) {
        add(link, label(link), Sign.SHOWN, likely);
      } else if (words && isOfSite(link)) {
        add(link, label(link), Sign.SHOWN, faint);
      }
    }
    Map<URI, Candidate> all = new LinkedHashMap<>(sure);
    likely.forEach(all::putIfAbsent);
    faint.forEach(all::putIfAbsent);
    return all.values().stream()
        .sorted(Comparator.comparing(Candidate::scope))
        .limit(MOST)
        .toList();
  }

  /** Where a page of the same site that the page calls its home is, if it names one. */
  Optional<URI> home() {
    return document.select("a[rel~=(?i)\\bhome\\b][href], link[rel~=(?i)\\bhome\\b][href]").stream()
        .filter(this::isOfSite)
        .flatMap(link -> CanonicalUrl.resolve(link.attr("href"), base).stream())
        .findFirst();
  }

  /** The addresses that the page calls its own. */
  List<URI> own() {
    List<URI> own = new ArrayList<>(List.of(location));
    for (Element element :
        document.select("link[rel=canonical][href], meta[property=og:url][content]")) {
      String address = element.hasAttr("href") ? element.attr("href") : element.attr("content");
      CanonicalUrl.resolve(address, base).filter(uri -> !own.contains(uri)).ifPresent(own::add);
    }
    return own;
  }

  /** First segments of paths that links of the page have after {@code prefix}, most at most. */
  List<String> segmentsAfter(String prefix, int most) {
    return document.select("a[href]").stream()
        .filter(this::isOfSite)
        .flatMap(link -> CanonicalUrl.resolve(link.attr("href"), base).stream())
        .map(URI::getRawPath)
        .filter(path -> path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()).split("/", 2)[0])
        .filter(segment -> !segment.isEmpty())
        .distinct()
        .limit(most)
        .toList();
  }

  private boolean isOfSite(Element link) {
    return CanonicalUrl.resolve(link.attr("href"), base)
        .filter(uri -> HostKey.of(uri).equals(host))
        .isPresent();
  }

  private void add(Element link, String title, Sign sign, Map<URI, Candidate> found) {
    if (found.size() >= MOST) {
      return;
    }
    CanonicalUrl.resolve(address(link.attr("href")), base)
        .map(PageLinks::withoutFragment)
        .filter(uri -> !uri.equals(withoutFragment(location)))
        .ifPresent(
            uri ->
                found.putIfAbsent(
                    uri,
                    new Candidate(
                        uri, title.strip(), sign, FeedWords.scope(uri.toString(), title))));
  }

  /** {@code feed:} in front of an address was once meant to open a reader. */
  private String address(String href) {
    String lower = href.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("feed://")) {
      return location.getScheme() + href.strip().substring(4);
    }
    return lower.startsWith("feed:") ? href.strip().substring(5) : href;
  }

  private static URI withoutFragment(URI uri) {
    String written = uri.toString();
    int hash = written.indexOf('#');
    return hash < 0 ? uri : URI.create(written.substring(0, hash));
  }

  private static String label(Element link) {
    String text = link.text();
    return text.isBlank() ? link.attr("title") + link.attr("aria-label") : text;
  }

  /** All that says what a link is for. */
  private static String words(Element link) {
    StringBuilder words = new StringBuilder();
    String text = link.text();
    words.append(text.length() > 80 ? "" : text);
    for (String name : List.of("title", "aria-label", "class", "rel")) {
      words.append(' ').append(link.attr(name));
    }
    for (Element inner : link.select("img, svg, i, span, use")) {
      words.append(' ').append(inner.className()).append(' ').append(inner.attr("alt"));
      words.append(' ').append(inner.attr("src")).append(' ').append(inner.attr("href"));
    }
    return words.toString();
  }

  private static String type(Element link) {
    return link.attr("type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static Set<String> words(String list) {
    return Set.copyOf(List.of(list.toLowerCase(Locale.ROOT).strip().split("\\s+")));
  }
}
