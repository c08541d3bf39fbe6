/**
 * A small invented press on this computer, for the demo and the end-to-end tests. Hides its
 * outlets, their furniture and their faults; all its texts and templates are resources.
 */
@NullMarked
package org.headrace.demo;

import org.jspecify.annotations.NullMarked;
