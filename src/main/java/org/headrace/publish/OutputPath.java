package org.headrace.publish;

/** Where a feed stands that the operator has named himself. */
public final class OutputPath {
  private static final String FOLDER = "feed/";

  private OutputPath() {}

  /**
   * "feed/NAME", or "feed/TOKEN/NAME" for one that only who knows the token finds.
   *
   * @param token empty if everybody may find it
   */
  public static String of(String name, String token) {
    return FOLDER + (token.isEmpty() ? "" : token + "/") + name;
  }

  /** True for a name or a token that can stand in an address and in the name of a file. */
  public static boolean isSafe(String word) {
    return !word.isEmpty()
        && word.length() <= 100
        && word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  }

  /** True for what {@link #of} may return. */
  static boolean isOne(String path) {
    String[] parts = path.split("/", -1);
    boolean known = path.startsWith(FOLDER) && (parts.length == 2 || parts.length == 3);
    for (String part : parts) {
      known &= isSafe(part);
    }
    return known;
  }

  /** True if a token is part of the path. */
  static boolean isPrivate(String path) {
    return isOne(path) && path.indexOf('/') != path.lastIndexOf('/');
  }
}
