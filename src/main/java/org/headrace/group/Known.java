package org.headrace.group;

import org.headrace.model.ArticleId;
import org.headrace.model.SourceId;
import org.headrace.model.StoryId;

/** An article whose story is decided, as it is remembered; {@code words} is its text's length. */
record Known(ArticleId id, SourceId source, StoryId story, int words) {}
