package org.headrace.parse;

/** An attribute with its name as written and its value, references resolved. */
record XmlAttribute(String name, String value) {}
