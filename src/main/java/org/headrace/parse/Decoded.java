package org.headrace.parse;

/**
 * A document as characters.
 *
 * @param encoding what it was really encoded in, lower case
 */
record Decoded(String text, String encoding) {}
