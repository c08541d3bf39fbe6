/** Decides which entries a person wants. Hides the rule language. Pure. */
@NullMarked
package org.headrace.filter;

import org.jspecify.annotations.NullMarked;
