/**
 * Finds where the feeds of a site may be, from any of its pages. Hides link rules and well-known
 * places. Asks nobody.
 */
@NullMarked
package org.headrace.discover;

import org.jspecify.annotations.NullMarked;
