package org.headrace.extract.site;

import org.jsoup.nodes.Element;

/** An attribute as a node of its own, which it is in XPath and is not in jsoup. */
record PageAttribute(Element owner, String name, String value) {}
