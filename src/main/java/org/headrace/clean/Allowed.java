package org.headrace.clean;

import java.util.Map;

/**
 * An element that may stand.
 *
 * @param name what it is called here
 * @param block true if it begins a line of its own, and ends a paragraph it is written in
 * @param emptied true if without words and elements in it, it means nothing
 * @param part what it does to elements around it and in it
 * @param attributes the rule of each attribute that may stand
 */
record Allowed(
    String name,
    boolean block,
    boolean emptied,
    Nesting.Part part,
    Map<String, AttributeRule> attributes) {}
