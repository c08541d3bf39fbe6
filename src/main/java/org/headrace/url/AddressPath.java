package org.headrace.url;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Paths without dot segments (RFC 3986, 5.2.4; escaped dots count as dots, as in browsers). */
final class AddressPath {
  private AddressPath() {}

  static String resolved(String base, String relative) {
    boolean fromRoot = relative.startsWith("/");
    return normal(fromRoot ? relative : base.substring(0, base.lastIndexOf('/') + 1) + relative);
  }

  static String normal(String path) {
    String rooted = path.startsWith("/") ? path : "/" + path;
    boolean mayHaveDots = rooted.contains("/.") || rooted.contains("/%2");
    return mayHaveDots ? withoutDots(rooted) : rooted;
  }

  private static String withoutDots(String rooted) {
    String[] segments = rooted.substring(1).split("/", -1);
    Deque<String> kept = new ArrayDeque<>();
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      switch (dots(segments[i])) {
        case 1 -> endOpen(kept, last);
        case 2 -> {
          kept.pollLast();
          endOpen(kept, last);
        }
        default -> kept.addLast(segments[i]);
      }
    }
    return "/" + String.join("/", kept);
  }

  /** A path that ends in a dot segment ends in a slash. */
  private static void endOpen(Deque<String> kept, boolean last) {
    if (last) {
      kept.addLast("");
    }
  }

  /** 1 for the segment that stays, 2 for the one that goes up, else 0. */
  private static int dots(String segment) {
    if (segment.length() > 6) {
      return 0;
    }
    return switch (segment.toLowerCase(Locale.ROOT).replace("%2e", ".")) {
      case "." -> 1;
      case ".." -> 2;
      default -> 0;
    };
  }
}
