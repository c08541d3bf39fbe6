package org.headrace.fetch;

/**
 * Not asked: an address that must not be dialled.
 *
 * @param reason for the operator
 */
record Refused(String reason) implements Checked, Reply {}
