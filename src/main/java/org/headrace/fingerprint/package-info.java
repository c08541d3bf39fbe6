/** Turns text into what near-copies share. Hides the choice of hash. Pure. */
@NullMarked
package org.headrace.fingerprint;

import org.jspecify.annotations.NullMarked;
