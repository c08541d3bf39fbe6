/**
 * Decides what is said to hubs, and what their calls mean (WebSub, W3C Recommendation). Hides the
 * words of the protocol. Pure.
 */
@NullMarked
package org.headrace.push;

import org.jspecify.annotations.NullMarked;
