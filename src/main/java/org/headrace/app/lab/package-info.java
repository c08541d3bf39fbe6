/** Runs one step over a folder of files, for scores and for users who have such a folder. */
@NullMarked
package org.headrace.app.lab;

import org.jspecify.annotations.NullMarked;
