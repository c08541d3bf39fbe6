package org.headrace.model;

import java.util.OptionalLong;

/**
 * Attached media.
 *
 * @param address absolute
 * @param type media type; empty if not given
 * @param length in bytes; empty if not given or no number
 */
public record Enclosure(String address, String type, OptionalLong length) {}
