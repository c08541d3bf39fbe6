package org.headrace.pipeline;

import java.net.URI;
import org.headrace.model.Entry;

/** What an entry's addresses are relative to, should any be left relative. */
final class EntryBase {
  private static final URI NOWHERE = URI.create("http://invalid.invalid/");

  private EntryBase() {}

  static URI of(Entry entry) {
    return entry.link().orElse(NOWHERE);
  }
}
