/** Finds the article in a page. Hides heuristics and their scores. Pure. */
@NullMarked
package org.headrace.extract;

import org.jspecify.annotations.NullMarked;
