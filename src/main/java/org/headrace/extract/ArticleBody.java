package org.headrace.extract;

import java.util.List;
import java.util.Optional;
import org.headrace.extract.BlockFeatures.PageFacts;
import org.jsoup.nodes.Document;

/**
 * Where the article stands in a page.
 *
 * @param container the smallest region that holds it
 * @param kept its blocks, in page order
 */
record ArticleBody(Survey survey, Region container, List<Block> kept) {
  /** Letters below which what the page hides is read too. */
  private static final int LITTLE = 250;

  static ArticleBody of(Document document, Survey survey, PageFacts about, BlockChoice choice) {
    ArticleBody body = of(survey, about, choice);
    if (body.size() >= LITTLE) {
      return body;
    }
    if (survey.hides) {
      body = body.orLonger(of(Survey.of(document, true), about, choice));
    }
    Optional<Document> scripted =
        body.size() < LITTLE ? ScriptedText.of(survey.scripts) : Optional.empty();
    return scripted.isPresent()
        ? body.orLonger(of(Survey.of(scripted.get(), false), about, choice))
        : body;
  }

  private ArticleBody orLonger(ArticleBody other) {
    return other.size() > 2 * size() + LITTLE ? other : this;
  }

  private static ArticleBody of(Survey survey, PageFacts about, BlockChoice choice) {
    return choice.of(byRules(survey, about), about);
  }

  /** The body as the rules alone find it. */
  static ArticleBody byRules(Survey survey, PageFacts about) {
    Furniture.drop(survey);
    Region container = Container.choose(survey);
    return new ArticleBody(
        survey, container, about.stated().confirm(Selection.of(survey, container, about.titles())));
  }

  /** The same page with other blocks, in the smallest region that holds them all. */
  ArticleBody with(List<Block> blocks) {
    Region around = container;
    for (Block block : blocks) {
      while (!around.holds(block.region) && around.parent != null) {
        around = around.parent;
      }
    }
    return new ArticleBody(survey, around, blocks);
  }

  int size() {
    int size = 0;
    for (Block block : kept) {
      size += block.size();
    }
    return size;
  }
}
