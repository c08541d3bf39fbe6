/** Decides when to ask again. Hides learning and back-off. Pure. */
@NullMarked
package org.headrace.schedule;

import org.jspecify.annotations.NullMarked;
