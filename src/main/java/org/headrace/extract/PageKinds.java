package org.headrace.extract;

import java.util.List;
import org.headrace.model.PageKind;

/** Tells an article from the pages that servers send in its place, by what they hold and say. */
final class PageKinds {
  /** Letters of prose from which on a page is read as an article whatever else it says. */
  private static final int LONG = 1_500;

  private static final int SHORT = 100;
  private static final int BEGINNING = 1_000;

  private PageKinds() {}

  /**
   * @param text the article's text as it would be given
   * @param title the title of the document and its headlines
   */
  static PageKind of(ArticleBody body, String text, String title, Facts facts) {
    Survey survey = body.survey();
    List<Block> kept = body.kept();
    int shown = body.size();
    int size = Math.max(shown, text.length());
    double prose = size > 2 * shown ? size : kept.stream().mapToDouble(Block::prose).sum();
    if (size > LONG && !facts.priced()) {
      return PageKind.ARTICLE;
    }
    if (size < LONG && says(survey, title, Phrases::isBotCheck)) {
      return PageKind.BOT_CHECK;
    }
    if (size < LONG && Phrases.isNotFound(title)) {
      return PageKind.NOT_FOUND;
    }
    if (size < LONG && isConsent(survey, kept, title)) {
      return PageKind.CONSENT_WALL;
    }
    if (size < BEGINNING && (facts.priced() || asksToPay(survey))) {
      return PageKind.PAYWALL;
    }
    return prose < SHORT && size < 2 * SHORT ? PageKind.NO_ARTICLE : PageKind.ARTICLE;
  }

  private interface Saying {
    boolean in(String text);
  }

  private static boolean says(Survey survey, String title, Saying saying) {
    if (saying.in(title)) {
      return true;
    }
    return survey.blocks.size() < 40
        && survey.blocks.stream().anyMatch(block -> saying.in(block.text));
  }

  /** Most of what is left to read stands in a consent layer, or the page is one. */
  private static boolean isConsent(Survey survey, List<Block> kept, String title) {
    int set = Trait.CONSENT.bit();
    long about =
        kept.stream()
            .filter(b -> (b.region.allTraits & set) != 0 || Phrases.isConsent(b.text))
            .count();
    return (about * 2 > kept.size() && !kept.isEmpty())
        || (survey.blocks.size() < 40 && Phrases.isConsent(title));
  }

  private static boolean asksToPay(Survey survey) {
    return survey.regions.stream().anyMatch(r -> r.is(Trait.PAYWALL) && r.end > r.first)
        || survey.blocks.stream().anyMatch(b -> b.size() < 200 && Phrases.isPaywall(b.text));
  }
}
