/** One class per stop of the flow. Hides the order of the steps. */
@NullMarked
package org.headrace.pipeline;

import org.jspecify.annotations.NullMarked;
