/**
 * Asks the web once, politely, and says what came back. Hides HTTP, limits, turns and the guard.
 */
@NullMarked
package org.headrace.fetch;

import org.jspecify.annotations.NullMarked;
