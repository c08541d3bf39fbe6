package org.headrace.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What is looked at to decide which story an article belongs to.
 *
 * @param address one spelling of the article's address; empty if it has none
 * @param canonical one spelling of the address its page calls its own; empty if none
 * @param title plain text as published
 * @param seen when it was fetched: always right
 */
public record Arrival(
    ArticleId id,
    SourceId source,
    String address,
    String canonical,
    String title,
    Optional<Instant> published,
    Instant seen,
    Fingerprint fingerprint) {}
