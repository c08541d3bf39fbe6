package org.headrace.model;

/**
 * An arrival whose story has been decided.
 *
 * @param order place in the sequence of decisions, rising
 */
public record GroupedArrival(long order, Arrival arrival, StoryId story) {}
