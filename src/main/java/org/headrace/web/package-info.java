/** Feeds, pages and health over HTTP. Hides the server. */
@NullMarked
package org.headrace.web;

import org.jspecify.annotations.NullMarked;
