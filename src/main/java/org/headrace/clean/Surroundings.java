package org.headrace.clean;

import java.net.URI;

/**
 * Where the HTML stood.
 *
 * @param base what relative addresses are relative to
 */
record Surroundings(URI base, NoteIds notes) {}
