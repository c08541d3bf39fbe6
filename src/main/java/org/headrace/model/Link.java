package org.headrace.model;

/**
 * A link as a feed states it (RFC 4287, 4.2.7). Parts not given are empty.
 *
 * @param href absolute address
 * @param length in bytes as written
 */
public record Link(
    String rel, String href, String type, String title, String hreflang, String length) {}
