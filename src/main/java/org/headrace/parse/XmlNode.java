package org.headrace.parse;

/** What an element holds, in document order. */
sealed interface XmlNode permits XmlElement, XmlText {}
