/**
 * The records everyone speaks of. Hides nothing: what a step needs to know of another stands here.
 *
 * <p>Nothing is null. A missing text is empty, anything else that may be missing is an {@code
 * Optional}; instants are UTC; addresses are absolute.
 */
@NullMarked
package org.headrace.model;

import org.jspecify.annotations.NullMarked;
