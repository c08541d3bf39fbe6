/** What the operator's own pages show: words only, made elsewhere. Printed by the templates. */
@NullMarked
package org.headrace.publish.operate;

import org.jspecify.annotations.NullMarked;
