/** What the operator sees of a running program. Hides which page shows what. */
@NullMarked
package org.headrace.app.operate;

import org.jspecify.annotations.NullMarked;
