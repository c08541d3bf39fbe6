package org.headrace.model;

/**
 * Something wrong in a document that was put right or left out while reading it.
 *
 * @param what in words for the operator
 * @param where an element path or a position in bytes; empty if it concerns the whole document
 */
public record Repair(String what, String where) {}
