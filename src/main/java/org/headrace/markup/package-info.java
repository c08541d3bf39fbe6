/**
 * Reads the markup of a page, or of a fragment of one, into a jsoup tree, faster than jsoup's own
 * parser does. Hides which pages are read here and which are left to that parser: the tree is the
 * same. Pure.
 */
@NullMarked
package org.headrace.markup;

import org.jspecify.annotations.NullMarked;
