package org.headrace.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a {@link Subscription} stands after a step.
 *
 * @param lease until when the hub sends; empty if it never agreed
 * @param due when something is to be done about it again
 * @param failures requests in a row that came to nothing
 */
public record Standing(
    Subscription.State state, Optional<Instant> lease, Instant due, int failures) {}
