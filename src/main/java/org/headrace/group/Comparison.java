package org.headrace.group;

import java.util.Map;
import org.headrace.model.ArticleId;
import org.headrace.model.StoryId;

/**
 * How an arrival compares with an article already known: what a decision rests on.
 *
 * @param other the article known
 * @param story its story
 * @param title its headline
 * @param features what the verification looks at, by name
 * @param containment share of the shorter text that is in the longer, 0 to 1
 * @param score how likely it is a copy, 0 to 1
 * @param looksAlike true if both are written by one form: then neither joins the other's story
 */
public record Comparison(
    ArticleId other,
    StoryId story,
    String title,
    Map<String, Double> features,
    double containment,
    double score,
    boolean looksAlike) {}
