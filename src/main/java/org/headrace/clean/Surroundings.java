package org.headrace.clean;

import java.util.Optional;
import org.headrace.url.WebAddress;

/** Where the HTML stood. */
final class Surroundings {
  private final Optional<WebAddress> base;
  private final NoteIds notes;
  private String lastReference = "";
  private Optional<WebAddress> lastAddress = Optional.empty();

  /**
   * @param base what relative addresses are relative to; empty if there is nothing such
   * @param notes the places within the text
   */
  Surroundings(Optional<WebAddress> base, NoteIds notes) {
    this.base = base;
    this.notes = notes;
  }

  NoteIds notes() {
    return notes;
  }

  /** Where a reference leads; empty if nowhere on the web. */
  Optional<WebAddress> resolve(String reference) {
    if (!reference.equals(lastReference)) {
      lastReference = reference;
      lastAddress = WebAddress.of(reference, base);
    }
    return lastAddress;
  }
}
