package org.headrace.publish;

import java.net.URI;

/** Knows whether a text already shows a picture, so that no reader sees it twice. */
final class LeadImage {
  private LeadImage() {}

  /**
   * True if {@code html} names the picture itself or the same file in another size: another query,
   * another ending, or a size like "-1024x576" in its name.
   *
   * @param html as the cleaner writes it: addresses absolute, "&" as "&amp;amp;"
   */
  static boolean isIn(String html, String image) {
    return html.contains(LegalText.html(image)) || namesFile(html, image);
  }

  private static boolean namesFile(String html, String image) {
    URI address = URI.create(image);
    String path = address.getRawPath();
    int dot = path.lastIndexOf('.');
    if (dot <= path.lastIndexOf('/') + 1) {
      return false; // the query may be what names the picture
    }
    String stem = "//" + address.getRawAuthority() + LegalText.html(withoutSize(path, dot));
    for (int at = html.indexOf(stem); at >= 0; at = html.indexOf(stem, at + 1)) {
      int end = at + stem.length();
      if (end < html.length() && !Character.isLetterOrDigit(html.charAt(end))) {
        return true;
      }
    }
    return false;
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
