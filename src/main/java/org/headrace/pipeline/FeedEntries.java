package org.headrace.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.Source;
import org.headrace.store.PolledEntry;

/** What the store takes of a document's entries. */
final class FeedEntries {
  private FeedEntries() {}

  /** In the order of the document. */
  static List<PolledEntry> of(Source source, Feed feed) {
    List<PolledEntry> polled = new ArrayList<>();
    EntryKeys.of(feed).forEach((key, entry) -> polled.add(polled(key, source, entry)));
    return polled;
  }

  private static PolledEntry polled(String key, Source source, Entry entry) {
    FeedText own = FeedText.of(entry);
    return new PolledEntry(
        key, EntryVersion.of(entry, own), entry, NeededPage.host(source, entry, own));
  }
}
