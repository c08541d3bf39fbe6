package org.headrace.store;

import java.time.Instant;
import org.headrace.model.SourceId;
import org.headrace.model.StoryId;

/**
 * What can be known of a story without reading it. Two equal marks of a story mean that it did not
 * change between them, unless a source of it was renamed.
 *
 * @param source of the article that is shown
 * @param decided number of the last decision about one of its articles
 * @param articles how many tell it
 */
public record StoryMark(
    StoryId id, SourceId source, Instant published, Instant updated, long decided, int articles) {}
