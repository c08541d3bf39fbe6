package org.headrace.store;

import java.time.Instant;
import org.headrace.model.ArticleId;
import org.headrace.model.Entry;
import org.headrace.model.Source;

/**
 * The right to read one entry, for a while.
 *
 * @param seen when the entry was first met
 * @param attempts how often this version of it was taken before
 * @param fence number of the claim: whoever comes with an older one changes nothing
 */
public record ArticleWork(
    ArticleId id, Source source, Entry entry, Instant seen, int attempts, long fence) {}
