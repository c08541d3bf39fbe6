package org.headrace.pipeline;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.headrace.clean.HtmlCleaner;
import org.headrace.clean.TextCleaner;
import org.headrace.extract.site.SiteReading.Part;
import org.headrace.model.Article;
import org.headrace.model.CleanHtml;
import org.headrace.model.Enclosure;
import org.headrace.model.Entry;
import org.headrace.model.Extracted;
import org.headrace.model.Person;
import org.headrace.model.PlainText;
import org.headrace.model.TextOrigin;
import org.headrace.store.ArticleWork;
import org.headrace.url.CanonicalUrl;

/**
 * Chooses, part by part, between what the feed and what the page says. The feed's word on title,
 * date and author stands before the page's, because the publisher wrote it for readers of feeds; a
 * text shorter than the feed's own never replaces it.
 *
 * @param canonical the address the page calls its own
 */
record ArticleDraft(Article article, Optional<URI> canonical) {
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_SUMMARY = 300;
  private static final int LONGEST_RIGHTS = 500;
  private static final int MOST_NAMES = 20;
  private static final int MOST_CATEGORIES = 50;

  static ArticleDraft of(ArticleWork work, FeedText own, PageText page) {
    Optional<PageText.Got> got =
        page instanceof PageText.Got found ? Optional.of(found) : Optional.empty();
    Optional<PageText.Got> better =
        got.filter(found -> found.text().length() >= own.text().length());
    String note =
        page instanceof PageText.Without without
            ? without.reason()
            : better.isEmpty() ? "the page gives less text than the feed" : "";
    return new ArticleDraft(
        article(work, own, got.map(PageText.Got::first), better, note),
        got.flatMap(found -> found.first().canonical()));
  }

  private static Article article(
      ArticleWork work,
      FeedText own,
      Optional<Extracted> page,
      Optional<PageText.Got> better,
      String note) {
    Entry entry = work.entry();
    CleanHtml content = better.map(PageText.Got::html).orElse(own.html());
    return new Article(
        work.id(),
        work.source().id(),
        work.source().name(),
        entry.id(),
        EntryLink.shown(entry, work.source()),
        title(entry, page, own, said(better, Part.TITLE)),
        authors(entry, page, said(better, Part.AUTHOR)),
        content,
        better.map(PageText.Got::text).orElse(own.text()),
        summary(entry, content),
        image(entry)
            .or(() -> page.flatMap(Extracted::image))
            .filter(image -> ShownAddress.mayBe(image, work.source())),
        work.source().topics(),
        categories(entry),
        entry.enclosures().stream()
            .filter(enclosure -> !isImage(enclosure))
            .filter(enclosure -> ShownAddress.mayBe(enclosure.address(), work.source()))
            .toList(),
        language(entry, page),
        TextCleaner.text(entry.rights(), LONGEST_RIGHTS),
        published(entry, page, said(better, Part.PUBLISHED)),
        updated(entry, page),
        work.seen(),
        better.isPresent() ? TextOrigin.PAGE : origin(own),
        note);
  }

  /** True if the operator's own rules found it. */
  private static boolean said(Optional<PageText.Got> page, Part part) {
    return page.filter(got -> got.own().contains(part)).isPresent();
  }

  private static PlainText title(
      Entry entry, Optional<Extracted> page, FeedText own, boolean ruled) {
    String found = page.map(Extracted::title).orElse("");
    return Stream.of(
            ruled ? found : entry.title(),
            ruled ? entry.title() : found,
            firstWords(own.text()),
            entry.id())
        .map(text -> TextCleaner.text(text, LONGEST_TITLE))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(PlainText.EMPTY);
  }

  private static String firstWords(String text) {
    String line = text.lines().findFirst().orElse("");
    int most = Math.min(80, line.codePointCount(0, line.length()));
    String start = line.substring(0, line.offsetByCodePoints(0, most));
    return start.length() < line.length() ? start + "…" : start;
  }

  private static List<PlainText> authors(Entry entry, Optional<Extracted> page, boolean ruled) {
    List<PlainText> named = names(entry.authors().stream().map(Person::name));
    return named.isEmpty() || ruled
        ? names(page.map(Extracted::authors).orElse(List.of()).stream())
        : named;
  }

  private static Optional<Instant> published(Entry entry, Optional<Extracted> page, boolean ruled) {
    Optional<Instant> found = page.flatMap(Extracted::published).map(OffsetDateTime::toInstant);
    return ruled ? found : entry.published().or(() -> found);
  }

  private static List<PlainText> names(Stream<String> written) {
    return written
        .map(name -> TextCleaner.text(name, LONGEST_NAME))
        .filter(name -> !name.isEmpty())
        .distinct()
        .limit(MOST_NAMES)
        .toList();
  }

  private static List<PlainText> categories(Entry entry) {
    return entry.categories().stream()
        .map(category -> category.label().isBlank() ? category.term() : category.label())
        .map(word -> TextCleaner.text(word, LONGEST_NAME))
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MOST_CATEGORIES)
        .toList();
  }

  private static PlainText summary(Entry entry, CleanHtml content) {
    CleanHtml short_ = HtmlCleaner.clean(entry.summary(), EntryBase.of(entry));
    PlainText own = TextCleaner.summary(short_, LONGEST_SUMMARY);
    return own.isEmpty() ? TextCleaner.summary(content, LONGEST_SUMMARY) : own;
  }

  private static Optional<URI> image(Entry entry) {
    return entry
        .image()
        .or(
            () ->
                Stream.concat(entry.media().stream(), entry.enclosures().stream())
                    .filter(ArticleDraft::isImage)
                    .findFirst()
                    .flatMap(found -> CanonicalUrl.of(found.address(), EntryBase.of(entry))));
  }

  private static boolean isImage(Enclosure enclosure) {
    return enclosure.type().startsWith("image/");
  }

  private static String language(Entry entry, Optional<Extracted> page) {
    return Stream.of(
            entry.contentLanguage(), entry.language(), page.map(Extracted::language).orElse(""))
        .filter(tag -> !tag.isBlank())
        .findFirst()
        .orElse("");
  }

  private static Optional<Instant> updated(Entry entry, Optional<Extracted> page) {
    return entry
        .updated()
        .or(() -> page.flatMap(Extracted::modified).map(OffsetDateTime::toInstant));
  }

  private static TextOrigin origin(FeedText own) {
    if (own.isEmpty()) {
      return TextOrigin.TITLE;
    }
    return own.isWhole() ? TextOrigin.FEED : TextOrigin.SUMMARY;
  }
}
