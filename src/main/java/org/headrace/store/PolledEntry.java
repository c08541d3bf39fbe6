package org.headrace.store;

import org.headrace.model.Entry;

/**
 * An entry of a document that was polled.
 *
 * @param key names the entry within its feed; of two with one key the first counts
 * @param version hash of what the publisher wrote: another one means the entry was revised
 * @param pageHost key of the host whose page is to be read for it; empty if none is
 */
public record PolledEntry(String key, long version, Entry entry, String pageHost) {
  /** An entry that needs no page. */
  public PolledEntry(String key, long version, Entry entry) {
    this(key, version, entry, "");
  }
}
