/**
 * A server that does everything wrong, and the trial of the whole program against it. Each {@link
 * org.headrace.behave.Behaviour} is one way to misbehave and says what must come of it.
 */
package org.headrace.behave;
