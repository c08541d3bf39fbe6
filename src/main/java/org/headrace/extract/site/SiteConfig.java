package org.headrace.extract.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one file of rules says about a site, in the order of its lines.
 *
 * @param name of the file, as shown to the operator
 * @param title what finds the headline; the first that finds anything counts, here and below
 * @param author what finds each author's name
 * @param published what finds the date
 * @param body what finds the article
 * @param edits what is done to the page before
 * @param stripWords elements with one of these in their id or class are left out
 * @param stripImages images with one of these in their address are left out
 * @param wholeView what finds the link to a view of all pages in one
 * @param wholeViewInFeed the same, sought in the feed's own text
 * @param nextPage what finds the link to the following page
 * @param advertising what only a paid page has
 * @param replacements literal texts, replaced before the page is read
 * @param lazy attributes that hold the address of an image
 * @param headers of the request, by name in lower case
 * @param prune whether furniture within the body is left out; empty if the file does not say
 * @param guess whether the extractor may find the body where the rules do not; as above
 * @param guessNextPage whether it may find the following page; as above
 * @param linkedData whether JSON-LD is believed; as above
 * @param leadImage whether the page's image is shown where the body has none; as above
 * @param paragraphs whether two line breaks make a paragraph; as above
 * @param tests addresses to try the rules at
 * @see <a href="https://help.fivefilters.org/full-text-rss/site-patterns.html">Site patterns</a>
 */
record SiteConfig(
    String name,
    List<PagePath> title,
    List<PagePath> author,
    List<PagePath> published,
    List<PagePath> body,
    List<Edit> edits,
    List<String> stripWords,
    List<String> stripImages,
    List<Guarded> wholeView,
    List<PagePath> wholeViewInFeed,
    List<Guarded> nextPage,
    List<PagePath> advertising,
    List<Replacement> replacements,
    List<String> lazy,
    Map<String, String> headers,
    Optional<Boolean> prune,
    Optional<Boolean> guess,
    Optional<Boolean> guessNextPage,
    Optional<Boolean> linkedData,
    Optional<Boolean> leadImage,
    Optional<Boolean> paragraphs,
    List<RuleTest> tests) {

  /** A literal text and what stands in its place. */
  record Replacement(String found, String instead) {}

  /** A path that counts only on pages where another finds something. */
  record Guarded(PagePath path, Optional<PagePath> condition) {}

  /** Something done to what {@code path} finds. */
  sealed interface Edit {
    PagePath path();

    /** It is taken out. */
    record Strip(PagePath path) implements Edit {}

    /** Attributes of it, or it if it is one, are taken out. */
    record StripAttribute(PagePath path) implements Edit {}

    /** It is put into a new element. */
    record Wrap(PagePath path, String tag) implements Edit {}

    /** It becomes the last child of what {@code target} finds first. */
    record Move(PagePath path, PagePath target) implements Edit {}

    /** Its children take its place. */
    record Dissolve(PagePath path) implements Edit {}
  }

  /** All rules of this file, then those of {@code general}. */
  SiteConfig and(SiteConfig general) {
    return new SiteConfig(
        name,
        joined(title, general.title),
        joined(author, general.author),
        joined(published, general.published),
        joined(body, general.body),
        joined(edits, general.edits),
        joined(stripWords, general.stripWords),
        joined(stripImages, general.stripImages),
        joined(wholeView, general.wholeView),
        joined(wholeViewInFeed, general.wholeViewInFeed),
        joined(nextPage, general.nextPage),
        joined(advertising, general.advertising),
        joined(replacements, general.replacements),
        joined(lazy, general.lazy),
        joined(headers, general.headers),
        prune.or(general::prune),
        guess.or(general::guess),
        guessNextPage.or(general::guessNextPage),
        linkedData.or(general::linkedData),
        leadImage.or(general::leadImage),
        paragraphs.or(general::paragraphs),
        tests);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
  }

  private static Map<String, String> joined(Map<String, String> first, Map<String, String> second) {
    Map<String, String> both = new java.util.LinkedHashMap<>(second);
    both.putAll(first);
    return java.util.Collections.unmodifiableMap(both);
  }
}
