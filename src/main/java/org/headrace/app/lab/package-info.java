/** Runs one step over a folder of samples, without network. Hides the formats of the samples. */
@NullMarked
package org.headrace.app.lab;

import org.jspecify.annotations.NullMarked;
