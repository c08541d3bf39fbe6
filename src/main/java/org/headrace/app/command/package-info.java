/** The commands a person types: one class each. Data goes to standard output, words to error. */
@NullMarked
package org.headrace.app.command;

import org.jspecify.annotations.NullMarked;
