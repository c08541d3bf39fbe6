/** Finds the feeds of a site from any of its pages. Hides link rules and well-known places. */
@NullMarked
package org.headrace.discover;

import org.jspecify.annotations.NullMarked;
