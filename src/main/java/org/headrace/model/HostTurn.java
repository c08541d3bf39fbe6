package org.headrace.model;

import java.time.Instant;

/**
 * The right to ask one host for one source, for a while.
 *
 * @param host the key of the host, see {@code org.headrace.url.HostKey}
 * @param source the most overdue source of that host
 * @param fence number of the claim: whoever comes with an older one changes nothing
 * @param leaseUntil when the claim lapses
 */
public record HostTurn(
    String host, SourceId id, Source source, PollState state, long fence, Instant leaseUntil) {}
