package org.headrace.publish;

import java.net.URI;
import java.util.Optional;

/**
 * Finds the lead image in a text, so that no reader sees it twice: what a text already shows is not
 * put above it, and is named everywhere by the address under which the text shows it.
 */
final class LeadImage {
  private static final String IMAGE = "<img ";
  private static final String SOURCE = "src=\"";

  private LeadImage() {}

  /**
   * The address under which {@code html} shows the picture: its own, or that of the same file in
   * another size, with another query, another ending, or a size like "-1024x576" in its name. Empty
   * if the text doesn't show it.
   *
   * @param html as the cleaner writes it: addresses absolute, in double quotes, "&" as "&amp;amp;"
   */
  static Optional<String> in(String html, String image) {
    String wanted = LegalText.html(image);
    String stem = stem(image);
    Optional<String> like = Optional.empty();
    for (int at = html.indexOf(IMAGE); at >= 0; at = html.indexOf(IMAGE, at + 1)) {
      String shown = source(html, at);
      if (shown.equals(wanted)) {
        return Optional.of(image);
      }
      if (like.isEmpty() && isLike(shown, stem)) {
        like = WebAddress.of(shown.replace("&amp;", "&"));
      }
    }
    return like;
  }

  /** The address of the image that begins at {@code at}; empty if it has none. */
  private static String source(String html, int at) {
    int end = html.indexOf('>', at);
    int source = html.indexOf(SOURCE, at);
    if (end < 0 || source < 0 || source > end) {
      return "";
    }
    int close = html.indexOf('"', source + SOURCE.length());
    return close < 0 ? "" : html.substring(source + SOURCE.length(), close);
  }

  private static boolean isLike(String shown, String stem) {
    int at = stem.isEmpty() ? -1 : shown.indexOf(stem);
    int end = at + stem.length();
    return at >= 0 && end < shown.length() && !Character.isLetterOrDigit(shown.charAt(end));
  }

  /** Host and path without size and ending; empty if the path does not name the picture. */
  private static String stem(String image) {
    URI address = URI.create(image);
    String path = address.getRawPath();
    int dot = path.lastIndexOf('.');
    if (dot <= path.lastIndexOf('/') + 1) {
      return ""; // the query may be what names the picture
    }
    return "//" + address.getRawAuthority() + LegalText.html(withoutSize(path, dot));
  }

  private static String withoutSize(String path, int dot) {
    int height = digitsBefore(path, dot);
    if (height == dot || path.charAt(height - 1) != 'x') {
      return path.substring(0, dot);
    }
    int width = digitsBefore(path, height - 1);
    boolean size = width < height - 1 && path.charAt(width - 1) == '-';
    return path.substring(0, size ? width - 1 : dot);
  }

  private static int digitsBefore(String path, int end) {
    int start = end;
    while (start > 1 && Character.isDigit(path.charAt(start - 1))) {
      start--;
    }
    return start;
  }
}
