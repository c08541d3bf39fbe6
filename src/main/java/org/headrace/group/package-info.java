/** Decides which articles tell one story. Hides thresholds. Knows no store. */
@NullMarked
package org.headrace.group;

import org.jspecify.annotations.NullMarked;
