package org.headrace.store;

import java.time.Instant;

/**
 * One of the operator's files, kept in the store.
 *
 * @param name as the file would be called
 * @param edition rises with every text; 0 if there never was one
 * @param author who wrote it, as the system names people; empty if unknown
 */
public record Document(String name, long edition, Instant made, String author, String body) {}
