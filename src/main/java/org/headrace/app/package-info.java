/** Starts and stops it all. Hides Camel, Quartz and the wiring. */
@NullMarked
package org.headrace.app;

import org.jspecify.annotations.NullMarked;
