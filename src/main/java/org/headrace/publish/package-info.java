/** Writes stories as Atom, RSS, JSON Feed, OPML and pages. Hides the output formats. */
@NullMarked
package org.headrace.publish;

import org.jspecify.annotations.NullMarked;
