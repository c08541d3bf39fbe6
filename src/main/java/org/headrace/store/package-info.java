/** Remembers. Hides the form on disk; the only package with SQL. */
@NullMarked
package org.headrace.store;

import org.jspecify.annotations.NullMarked;
