package org.headrace.publish;

import java.text.Normalizer;
import java.util.Locale;
import org.headrace.model.StableHash;

/** Where the page of a topic stands: a path that is safe in addresses and as a file name. */
public final class TopicPath {
  private static final String FOLDER = "topic/";
  private static final int LONGEST_NAME = 60;

  private TopicPath() {}

  /**
   * "topic/NAME" for a topic as the operator wrote it. Topics that differ in more than case, blanks
   * and hyphens get different names: what a name cannot show is kept apart by a short hash.
   */
  public static String of(String topic) {
    String wanted =
        Normalizer.normalize(topic.strip(), Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replace(' ', '-');
    String name = letters(wanted);
    if (name.equals(wanted) && !name.isEmpty() && name.length() <= LONGEST_NAME) {
      return FOLDER + name;
    }
    String readable = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    String mark = Long.toString(StableHash.of(wanted) >>> 23, 36);
    return FOLDER + (readable.isEmpty() ? mark : readable + "-" + mark);
  }

  /** True for what {@link #of} may return. */
  static boolean isOne(String path) {
    return path.startsWith(FOLDER)
        && path.length() > FOLDER.length()
        && path.substring(FOLDER.length()).chars().allMatch(TopicPath::isSafe);
  }

  private static String letters(String wanted) {
    StringBuilder name = new StringBuilder();
    Normalizer.normalize(wanted, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(c -> isSafe(c) ? c : '-')
        .filter(c -> c != '-' || (!name.isEmpty() && name.charAt(name.length() - 1) != '-'))
        .forEachOrdered(name::appendCodePoint);
    while (!name.isEmpty() && name.charAt(name.length() - 1) == '-') {
      name.setLength(name.length() - 1);
    }
    return name.toString();
  }

  private static boolean isSafe(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }
}
