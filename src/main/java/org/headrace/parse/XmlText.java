package org.headrace.parse;

/**
 * Characters of a document, references resolved.
 *
 * @param marked true if they stood in a CDATA section
 */
record XmlText(String characters, boolean marked) implements XmlNode {}
