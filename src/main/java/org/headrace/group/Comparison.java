package org.headrace.group;

import org.headrace.model.ArticleId;
import org.headrace.model.StoryId;

/**
 * How an arrival compares with an article already known: what a decision rests on.
 *
 * @param other the article known
 * @param story its story
 * @param features what the verification looks at, in the order of its weights
 * @param containment share of the shorter text that is in the longer, 0 to 1
 * @param score how likely it is a copy, 0 to 1
 */
public record Comparison(
    ArticleId other, StoryId story, double[] features, double containment, double score) {}
