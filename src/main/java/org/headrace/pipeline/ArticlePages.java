package org.headrace.pipeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.headrace.clean.HtmlCleaner;
import org.headrace.extract.site.JoinedPages;
import org.headrace.extract.site.SiteReading;
import org.headrace.model.CleanHtml;
import org.headrace.model.Extracted;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FetchOutcome.Found;
import org.headrace.model.Page;
import org.headrace.model.PageKind;
import org.headrace.url.CanonicalUrl;
import org.headrace.url.HostKey;

/**
 * The pages of one article: one view of them all if there is one, else one after the other, as many
 * as are allowed. What was had stays if a later page cannot be had.
 */
final class ArticlePages {
  private static final int MOST_CHARACTERS = 2_000_000;

  /** A view of all pages must not have less than this of the first page's text. */
  private static final double WHOLE = 0.9;

  private final Function<URI, FetchOutcome> web;
  private final Function<Page, SiteReading> reader;
  private final int most;
  private final List<String> remarks = new ArrayList<>();

  /**
   * Asks {@code web} for further pages.
   *
   * @param most how many pages are joined at most
   */
  ArticlePages(Function<URI, FetchOutcome> web, Function<Page, SiteReading> reader, int most) {
    this.web = web;
    this.reader = reader;
    this.most = most;
  }

  PageText joined(Page page, SiteReading first) {
    remarks.addAll(first.remarks());
    Optional<SiteReading> whole =
        most > 1
            ? first
                .wholeView()
                .filter(view -> isOther(view, page.location()))
                .flatMap(view -> whole(view, first.found()))
            : Optional.empty();
    Extracted start = whole.map(SiteReading::found).orElse(first.found());
    JoinedPages joined = new JoinedPages();
    List<String> html = new ArrayList<>();
    html.add(cleaned(joined.add(start).html(), start.base()).value());
    if (whole.isEmpty()) {
      follow(page.location(), start, joined, html);
    }
    CleanHtml all = cleaned(String.join("\n", html), start.base());
    return new PageText.Got(first.found(), all, joined.text(), first.own(), remarks);
  }

  /** Adds the pages after the first. */
  private void follow(URI location, Extracted start, JoinedPages joined, List<String> html) {
    Set<String> asked = new HashSet<>(Set.of(CanonicalUrl.key(location)));
    Optional<URI> next = start.nextPage();
    while (next.isPresent()
        && asked.add(CanonicalUrl.key(next.get()))
        && HostKey.of(next.get()).equals(HostKey.of(location))) {
      if (asked.size() > most || joined.size() > MOST_CHARACTERS) {
        if (most > 1) {
          remarks.add("the article goes on after page %d: %s".formatted(html.size(), next.get()));
        }
        return;
      }
      Optional<Extracted> page = page(next.get(), html.size() + 1);
      Extracted added = page.map(joined::add).orElse(start);
      if (page.isEmpty() || added.text().isBlank()) {
        return; // or a server that answers every number with the same page
      }
      html.add(cleaned(added.html(), added.base()).value());
      next = added.nextPage();
    }
  }

  private Optional<Extracted> page(URI address, int number) {
    FetchOutcome outcome = web.apply(address);
    if (!(outcome instanceof Found found)) {
      remarks.add(
          "page %d could not be had, the text ends before it (%s): %s"
              .formatted(number, PageWords.of(outcome), address));
      return Optional.empty();
    }
    SiteReading reading = reader.apply(found.page());
    if (reading.found().kind() != PageKind.ARTICLE) {
      remarks.add(
          "page %d holds no article, the text ends before it: %s".formatted(number, address));
      return Optional.empty();
    }
    return Optional.of(reading.found());
  }

  private static CleanHtml cleaned(String html, URI base) {
    return Desk.read(html.length(), () -> HtmlCleaner.clean(html, base));
  }

  private static boolean isOther(URI view, URI page) {
    return !CanonicalUrl.key(view).equals(CanonicalUrl.key(page));
  }

  private Optional<SiteReading> whole(URI view, Extracted first) {
    if (!(web.apply(view) instanceof Found found)) {
      remarks.add("the view of all pages could not be had: " + view);
      return Optional.empty();
    }
    SiteReading reading = reader.apply(found.page());
    boolean good =
        reading.found().kind() == PageKind.ARTICLE
            && reading.found().text().length() >= WHOLE * first.text().length();
    if (!good) {
      remarks.add("the view of all pages holds less than the first page: " + view);
    }
    return good ? Optional.of(reading) : Optional.empty();
  }
}
