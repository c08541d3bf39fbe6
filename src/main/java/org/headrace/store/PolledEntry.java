package org.headrace.store;

import org.headrace.model.Entry;

/**
 * An entry of a document that was polled.
 *
 * @param key names the entry within its feed; of two with one key the first counts
 * @param version hash of what the publisher wrote: another one means the entry was revised
 */
public record PolledEntry(String key, long version, Entry entry) {}
