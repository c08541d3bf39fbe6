/** Makes HTML safe, readable and absolute. Hides the allow list. Pure. */
@NullMarked
package org.headrace.clean;

import org.jspecify.annotations.NullMarked;
