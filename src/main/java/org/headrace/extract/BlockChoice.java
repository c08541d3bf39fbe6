package org.headrace.extract;

import org.headrace.extract.BlockFeatures.PageFacts;

/** Goes over the body that the rules found, with what else the page says about its article. */
interface BlockChoice {
  ArticleBody of(ArticleBody rules, PageFacts about);
}
