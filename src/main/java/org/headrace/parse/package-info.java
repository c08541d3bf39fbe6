/** Turns bytes into a feed, whatever was sent. Hides formats and their repair. Pure. */
@NullMarked
package org.headrace.parse;

import org.jspecify.annotations.NullMarked;
