package org.headrace.store;

import java.time.Instant;
import org.headrace.model.ArticleId;
import org.headrace.model.Grouping;

/** Why an article is in its story. */
public record Decision(ArticleId article, String sourceName, Grouping grouping, Instant at) {}
