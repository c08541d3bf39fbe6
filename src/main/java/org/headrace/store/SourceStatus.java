package org.headrace.store;

import java.time.Instant;
import java.util.Optional;
import org.headrace.model.PollState;
import org.headrace.model.Source;

/**
 * How a source is doing.
 *
 * @param nextPoll when it is asked again; empty if never, as when it is paused
 * @param nextReason why then, in words for the operator
 * @param paused true if the operator no longer lists it
 * @param articles how many of it are kept
 */
public record SourceStatus(
    Source source,
    PollState state,
    Optional<Instant> nextPoll,
    String nextReason,
    boolean paused,
    int articles) {}
