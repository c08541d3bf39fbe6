/**
 * Decides which entries a person wants. Hides the rule language and what counts as a word. Pure.
 */
@NullMarked
package org.headrace.filter;

import org.jspecify.annotations.NullMarked;
