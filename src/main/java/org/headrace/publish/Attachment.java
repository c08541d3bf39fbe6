package org.headrace.publish;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Enclosure;

/**
 * Attached media, fit for publishing.
 *
 * @param type media type; "application/octet-stream" if nothing better is known
 * @param length in bytes; 0 if unknown, as RSS asks
 */
public record Attachment(String address, String type, long length) {
  private static final Map<String, String> TYPES =
      Map.of(
          "mp3", "audio/mpeg",
          "m4a", "audio/mp4",
          "ogg", "audio/ogg",
          "opus", "audio/ogg",
          "mp4", "video/mp4",
          "webm", "video/webm",
          "jpg", "image/jpeg",
          "png", "image/png",
          "webp", "image/webp",
          "pdf", "application/pdf");

  /** Empty if the address cannot be published. */
  static Optional<Attachment> of(Enclosure enclosure) {
    return WebAddress.of(enclosure.address())
        .map(
            address ->
                new Attachment(
                    address,
                    type(enclosure.type(), address),
                    Math.max(0, enclosure.length().orElse(0))));
  }

  /** "audio", "video", "image" or "document", as Media RSS calls it. */
  String medium() {
    String kind = type.substring(0, type.indexOf('/'));
    return switch (kind) {
      case "audio", "video", "image" -> kind;
      default -> "document";
    };
  }

  private static String type(String given, String address) {
    String type = given.strip().toLowerCase(Locale.ROOT);
    int parameters = type.indexOf(';');
    String bare = parameters < 0 ? type : type.substring(0, parameters).strip();
    if (isType(bare)) {
      return bare;
    }
    String path = address.substring(0, endOfPath(address));
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private static int endOfPath(String address) {
    int end = address.indexOf('#');
    int query = address.indexOf('?');
    end = end < 0 ? address.length() : end;
    return query < 0 ? end : Math.min(query, end);
  }

  private static boolean isType(String type) {
    int slash = type.indexOf('/');
    return slash > 0
        && slash < type.length() - 1
        && type.indexOf('/', slash + 1) < 0
        && type.chars()
            .allMatch(c -> c == '/' || Character.isLetterOrDigit(c) || "!#$&-^_.+".indexOf(c) >= 0)
        && type.chars().allMatch(c -> c < 128);
  }
}
