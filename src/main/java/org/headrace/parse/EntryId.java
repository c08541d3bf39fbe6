package org.headrace.parse;

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

  private static String made(Entry entry) {
    String said =
        String.join(
            "\n",
            entry.title(),
            entry.body(),
            entry.published().map(Object::toString).orElse(""),
            entry.enclosures().isEmpty() ? "" : entry.enclosures().getFirst().address());
    return "urn:headrace:" + Long.toHexString(StableHash.of(said));
  }
}
