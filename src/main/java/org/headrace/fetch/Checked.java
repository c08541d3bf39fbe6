package org.headrace.fetch;

/** What the guard says of an address before anything is asked. */
sealed interface Checked permits Target, Refused {}
