package org.headrace.pipeline;

import org.headrace.model.Entry;
import org.headrace.model.Source;
import org.headrace.url.HostKey;

/** Tells whether the page behind an entry is needed. */
final class NeededPage {
  private NeededPage() {}

  /**
   * Key of the host that is to be asked for it; empty if the entry needs no page or has no link.
   */
  static String host(Source source, Entry entry, FeedText own) {
    return isWanted(source, own) ? EntryLink.of(entry).map(HostKey::of).orElse("") : "";
  }

  /** True if the operator wants it, in the way he says, and the feed's {@code own} text is less. */
  static boolean isWanted(Source source, FeedText own) {
    return switch (source.fullText()) {
      case NEVER -> false;
      case AUTO -> !own.isWhole();
      case ALWAYS -> true;
    };
  }
}
