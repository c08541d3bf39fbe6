package org.headrace.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.FeedHead;
import org.headrace.model.Page;
import org.headrace.model.PageRules;
import org.headrace.url.CanonicalUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a page for people as a feed, by rules that say what an entry is. */
public final class PageParser {
  private static final int MOST_ENTRIES = 200;
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final String HEADING = "h1, h2, h3, h4, h5, h6";

  private final Document document;
  private final URI base;
  private final PageRules rules;
  private final long deadline;

  private PageParser(Document document, URI base, PageRules rules, long deadline) {
    this.document = document;
    this.base = base;
    this.rules = rules;
    this.deadline = deadline;
  }

  /** Why {@code selector} is none; empty if it is one. */
  public static Optional<String> fault(String selector) {
    return Selector.fault(selector);
  }

  /**
   * Reads what a server sent.
   *
   * @throws UnreadableFeedException if the rules find nothing in it: the message says which
   */
  public static Feed parse(Page page, PageRules rules) throws UnreadableFeedException {
    Document document = document(page);
    URI base = CanonicalUrl.resolve(document.baseUri(), page.location()).orElse(page.location());
    long deadline = System.nanoTime() + LONGEST.toNanos();
    List<Entry> entries = new PageParser(document, base, rules, deadline).entries();
    FeedHead head =
        FeedHead.builder()
            .title(HtmlText.of(document.title()))
            .link(Optional.of(page.location()))
            .language(document.select("html").attr("lang"))
            .build();
    return new Feed(
        "html", document.charset().name().toLowerCase(Locale.ROOT), head, entries, List.of());
  }

  private static Document document(Page page) throws UnreadableFeedException {
    Optional<Charset> header =
        CharsetName.inHeader(page.contentType()).flatMap(CharsetName::charset);
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(page.body()),
          header.map(Charset::name).orElse(null),
          page.location().toString());
    } catch (IOException e) {
      throw new UnreadableFeedException("the page cannot be read: " + e.getMessage());
    }
  }

  private List<Entry> entries() throws UnreadableFeedException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    List<Element> found = selected(rules.entry(), document, MOST_ENTRIES);
    for (Element element : found) {
      Optional<Element> link = link(element);
      Optional<URI> address =
          link.flatMap(linked -> CanonicalUrl.of(linked.attr("href"), base))
              .filter(leads -> !leads.equals(base));
      if (link.isPresent() && address.isPresent()) {
        entries.putIfAbsent(address.get().toString(), entry(element, link.get(), address.get()));
      }
    }
    if (found.isEmpty()) {
      throw new UnreadableFeedException("nothing fits entry: \"%s\"".formatted(rules.entry()));
    } else if (entries.isEmpty()) {
      throw new UnreadableFeedException(
          "nothing that fits entry: \"%s\" has a link%s"
              .formatted(
                  rules.entry(),
                  rules.link().isEmpty() ? "" : " that fits link: \"" + rules.link() + "\""));
    }
    return List.copyOf(entries.values());
  }

  private Entry entry(Element element, Element link, URI address) throws UnreadableFeedException {
    String title =
        first(element, rules.title().isEmpty() ? HEADING : rules.title())
            .map(Element::text)
            .filter(text -> !text.isBlank())
            .orElseGet(link::text);
    Optional<Element> date =
        first(element, rules.published().isEmpty() ? "time" : rules.published());
    Optional<Element> summary = first(element, rules.summary());
    return Entry.builder()
        .id(address.toString())
        .link(Optional.of(address))
        .title(HtmlText.of(title.strip()))
        .published(date.flatMap(PageParser::instant))
        .summary(summary.map(Element::text).map(HtmlText::of).orElse(""))
        .build();
  }

  /** The element that carries the address: what the rule finds, or a link in or around it. */
  private Optional<Element> link(Element element) throws UnreadableFeedException {
    String linked = "a[href]";
    if (rules.link().isEmpty()) {
      return first(element, linked);
    }
    Optional<Element> found = first(element, rules.link());
    if (found.isEmpty() || found.get().hasAttr("href")) {
      return found;
    }
    Optional<Element> inside = first(found.get(), linked);
    return inside.isPresent() ? inside : Optional.ofNullable(found.get().closest(linked));
  }

  private Optional<Element> first(Element element, String selector) throws UnreadableFeedException {
    return selected(selector, element, 1).stream().findFirst();
  }

  private List<Element> selected(String selector, Element root, int most)
      throws UnreadableFeedException {
    Optional<Selector> read = Selector.of(selector);
    return read.isEmpty() ? List.of() : read.get().all(root, most, deadline);
  }

  /** What is written for programs goes before what is written for people. */
  private static Optional<Instant> instant(Element date) {
    return Stream.of(date.attr("datetime"), date.attr("content"), date.attr("title"), date.text())
        .flatMap(written -> FeedDates.read(written).stream())
        .findFirst();
  }
}
