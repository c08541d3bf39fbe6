/**
 * Gives each address one spelling, without tracking parameters. Hides the rules of equality. Pure.
 */
@NullMarked
package org.headrace.url;

import org.jspecify.annotations.NullMarked;
