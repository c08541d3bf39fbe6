package org.headrace.extract.site;

import org.headrace.model.Extracted;
import org.headrace.model.PageKind;

/**
 * What rules of others are good for. Measured on pages of news sites, they are more often out of
 * date than the extractor is wrong: so they fill gaps, and give a body where none was found.
 */
final class LentRules {
  /** Characters below which a text is hardly a whole article. */
  private static final int LITTLE = 500;

  private LentRules() {}

  /** False if nothing they could find would be used. */
  static boolean areWanted(SiteConfig lent, SiteReading reading) {
    Extracted found = reading.found();
    return isLittle(found)
        || found.title().isEmpty()
        || found.authors().isEmpty()
        || found.published().isEmpty()
        || !lent.nextPage().isEmpty()
        || !lent.wholeView().isEmpty()
        || !lent.advertising().isEmpty();
  }

  private static boolean isLittle(Extracted found) {
    return found.kind() != PageKind.ARTICLE || found.text().length() < LITTLE;
  }

  /** {@code reading}, with what only {@code lent} found. */
  static SiteReading fill(SiteReading reading, SiteReading lent) {
    Extracted found = reading.found();
    Extracted other = lent.found();
    boolean body =
        isLittle(found)
            && !reading.own().contains(SiteReading.Part.BODY)
            && other.kind() == PageKind.ARTICLE
            && other.text().length() > found.text().length();
    Extracted filled =
        new Extracted(
            body ? other.kind() : found.kind(),
            body ? other.html() : found.html(),
            body ? other.text() : found.text(),
            found.title().isEmpty() ? other.title() : found.title(),
            found.authors().isEmpty() ? other.authors() : found.authors(),
            found.published().or(other::published),
            found.modified(),
            found.image(),
            found.siteName(),
            found.language(),
            found.canonical(),
            found.section(),
            found.nextPage().or(other::nextPage),
            found.base());
    return new SiteReading(
        filled,
        reading.wholeView().or(lent::wholeView),
        reading.own(),
        reading.remarks().isEmpty() && body ? lent.remarks() : reading.remarks());
  }
}
