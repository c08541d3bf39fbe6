package org.headrace.store;

/**
 * How much is kept.
 *
 * @param sources not paused
 * @param articles all that were met, read or not
 * @param joined articles that joined a story another had begun
 * @param withFullText articles whose whole text is known
 */
public record Counts(int sources, int articles, int stories, int joined, int withFullText) {}
