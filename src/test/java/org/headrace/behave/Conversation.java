package org.headrace.behave;

import java.time.Duration;

/**
 * One connection as the server saw it.
 *
 * @param said bytes that the server handed over
 * @param at when it began, in nanoseconds of the server
 */
record Conversation(Asked asked, long said, long at, Duration lasted) {}
