package org.headrace.parse;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.headrace.model.Category;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.FeedHead;
import org.headrace.model.Page;
import org.headrace.url.CanonicalUrl;

/**
 * Reads sitemaps, plain or packed: of pages, of <a
 * href="https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap">news</a>,
 * of sitemaps, and lists of addresses as text.
 */
public final class SitemapParser {
  /** A sitemap may list all that a site ever had; whoever polls wants what is new. */
  private static final int MOST_ENTRIES = 200;

  private static final int ENOUGH_TO_JUDGE = 10;

  private SitemapParser() {}

  /**
   * Reads what a server sent; empty if it is no sitemap.
   *
   * @throws UnreadableFeedException if it is one that nobody could read
   */
  public static Optional<Sitemap> parse(Page page) throws UnreadableFeedException {
    RepairLog repairs = new RepairLog();
    byte[] bytes = Unpacked.bytes(page.body());
    Decoded document = ByteSniffer.decode(bytes, page.contentType(), repairs);
    List<SitemapRow> lines = lines(document.text());
    if (!lines.isEmpty()) {
      return Optional.of(pages("text", lines, page, document, repairs));
    }
    SitemapScan scan = SitemapScan.of(document.text(), repairs);
    if (scan.isIndex()) {
      return Optional.of(new Sitemap.Index(parts(scan, page)));
    }
    return scan.isList()
        ? Optional.of(pages("sitemap", scan.rows(), page, document, repairs))
        : Optional.empty();
  }

  /** One address a line and nothing else, as the protocol allows; empty if it is anything else. */
  private static List<SitemapRow> lines(String text) {
    List<SitemapRow> rows = new ArrayList<>();
    for (String line : (Iterable<String>) text.lines().map(String::strip)::iterator) {
      boolean address = line.startsWith("http://") || line.startsWith("https://");
      if (!address && !line.isEmpty()) {
        return List.of();
      }
      SitemapRow row = new SitemapRow();
      row.say("loc", line);
      rows.add(row);
    }
    rows.removeIf(row -> row.get("loc").isEmpty());
    return rows;
  }

  private static List<Sitemap.Part> parts(SitemapScan scan, Page page) {
    return scan.rows().stream()
        .flatMap(
            row ->
                CanonicalUrl.resolve(row.get("loc"), page.location()).stream()
                    .map(at -> new Sitemap.Part(at, FeedDates.read(row.get("lastmod")))))
        .sorted(Comparator.comparing(Sitemap.Part::updated, SitemapParser::newestFirst))
        .toList();
  }

  private static Sitemap pages(
      String format, List<SitemapRow> rows, Page page, Decoded document, RepairLog repairs)
      throws UnreadableFeedException {
    Optional<String> automatic = automatic(rows);
    automatic.ifPresent(date -> repairs.add("most pages claim to be changed at once: " + date));
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (SitemapRow row : rows) {
      CanonicalUrl.of(row.get("loc"), page.location())
          .filter(link -> !isFrontPage(link))
          .map(link -> entry(link, row, automatic.orElse("")))
          .ifPresent(entry -> entries.putIfAbsent(entry.id(), entry));
    }
    if (entries.isEmpty() && !rows.isEmpty()) {
      throw new UnreadableFeedException("this sitemap lists no page but the front page");
    }
    List<Entry> newest = newest(List.copyOf(entries.values()));
    if (newest.size() < entries.size()) {
      repairs.add("of %d pages not all were taken".formatted(entries.size()));
    }
    return new Sitemap.Pages(
        new Feed(format, document.encoding(), head(rows, page), newest, repairs.repairs()));
  }

  /** Those with a date first; of the others both ends, because either may be where new ones go. */
  private static List<Entry> newest(List<Entry> entries) {
    List<Entry> newest =
        new ArrayList<>(
            entries.stream()
                .filter(entry -> date(entry).isPresent())
                .sorted(Comparator.comparing(SitemapParser::date, SitemapParser::newestFirst))
                .limit(MOST_ENTRIES)
                .toList());
    List<Entry> undated = entries.stream().filter(entry -> date(entry).isEmpty()).toList();
    int room = MOST_ENTRIES - newest.size();
    int first = undated.size() <= room ? undated.size() : room / 2;
    int last = Math.max(first, undated.size() - (room - first));
    newest.addAll(undated.subList(0, first));
    newest.addAll(undated.subList(last, undated.size()));
    return newest;
  }

  private static Entry entry(URI link, SitemapRow row, String automatic) {
    String changed = row.get("lastmod");
    return Entry.builder()
        .id(link.toString())
        .link(Optional.of(link))
        .title(HtmlText.of(row.get("news:title")))
        .published(FeedDates.read(row.get("news:publication_date")))
        .updated(changed.equals(automatic) ? Optional.empty() : FeedDates.read(changed))
        .language(row.get("news:language"))
        .categories(keywords(row.get("news:keywords")))
        .image(CanonicalUrl.resolve(row.get("image:loc"), link))
        .build();
  }

  private static List<Category> keywords(String list) {
    return Stream.of(list.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .map(Category::of)
        .toList();
  }

  private static FeedHead head(List<SitemapRow> rows, Page page) {
    return FeedHead.builder()
        .title(HtmlText.of(first(rows, "news:name")))
        .language(first(rows, "news:language"))
        .self(Optional.of(page.location()))
        .build();
  }

  private static String first(List<SitemapRow> rows, String name) {
    return rows.stream()
        .map(row -> row.get(name))
        .filter(said -> !said.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The date that more than half of the pages share: it is that of the list, not theirs. */
  private static Optional<String> automatic(List<SitemapRow> rows) {
    Map<String, Integer> times = new HashMap<>();
    rows.forEach(row -> times.merge(row.get("lastmod"), 1, Integer::sum));
    times.remove("");
    return times.entrySet().stream()
        .filter(one -> one.getValue() >= ENOUGH_TO_JUDGE && one.getValue() * 2 > rows.size())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isFrontPage(URI link) {
    return link.getRawPath().equals("/") && link.getRawQuery() == null;
  }

  private static Optional<Instant> date(Entry entry) {
    return entry.published().or(entry::updated);
  }

  private static int newestFirst(Optional<Instant> one, Optional<Instant> other) {
    return other.orElse(Instant.MIN).compareTo(one.orElse(Instant.MIN));
  }
}
