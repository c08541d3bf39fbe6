/** Reads settings and sources, refuses what it does not know. Hides the syntax of the files. */
@NullMarked
package org.headrace.config;

import org.jspecify.annotations.NullMarked;
