package org.headrace.fetch;

import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;

/** What a {@code Content-Type} promises. */
final class MediaTypes {
  private static final Set<String> NEVER_TEXT = Set.of("audio", "video", "image", "font", "model");
  private static final Set<String> DOWNLOADS =
      Set.of("application/pdf", "application/zip", "application/gzip", "application/epub+zip");

  private MediaTypes() {}

  /** Without parameters, in lower case; empty if none is given. */
  static String of(MessageHeaders headers) {
    Header header = headers.getFirstHeader("Content-Type");
    String value = header == null || header.getValue() == null ? "" : header.getValue();
    String type = value.indexOf(';') < 0 ? value : value.substring(0, value.indexOf(';'));
    return Printable.of(type.strip().toLowerCase(Locale.ROOT));
  }

  /** False for recordings, pictures and downloads. What is unlabelled or mislabelled may be. */
  static boolean mayBeText(MessageHeaders headers) {
    String type = of(headers);
    int slash = type.indexOf('/');
    return !NEVER_TEXT.contains(slash < 0 ? type : type.substring(0, slash))
        && !DOWNLOADS.contains(type);
  }
}
