package org.headrace.parse;

import org.headrace.model.Enclosure;
import org.headrace.model.Entry;
import org.headrace.model.StableHash;

/** Gives an entry a name that stays the same from poll to poll. */
final class EntryId {
  private EntryId() {}

  /**
   * The entry with an id: its own, else its link, else made of what it says.
   *
   * @param about where RDF says the entry lives; empty if it does not
   */
  static Entry given(Entry entry, String about) {
    if (!entry.id().isEmpty()) {
      return entry;
    }
    String place = about.isEmpty() ? entry.link().map(Object::toString).orElse("") : about;
    return entry.toBuilder().id(place.isEmpty() ? made(entry) : place).build();
  }

  /**
   * The recording, if there is one: its address changes least. Else title and date, so that a
   * corrected text is no new entry and a title may come again; else the text.
   */
  private static String made(Entry entry) {
    String title = entry.title().strip();
    String date = entry.published().map(Object::toString).orElse("");
    String said =
        entry.enclosures().stream()
            .findFirst()
            .map(Enclosure::address)
            .orElse(title.isEmpty() ? entry.body() + "\n" + date : title + "\n" + date);
    return "urn:headrace:" + Long.toHexString(StableHash.of(said));
  }
}
