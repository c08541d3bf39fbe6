package org.headrace.fetch;

/** Text from elsewhere that goes into a sentence for the operator: one line, short, no tricks. */
final class Printable {
  private static final int LONGEST = 100;

  private Printable() {}

  static String of(String text) {
    StringBuilder plain = new StringBuilder();
    text.chars().limit(LONGEST).forEach(c -> plain.append(c > 0x20 && c < 0x7f ? (char) c : '?'));
    return text.length() > LONGEST ? plain + "..." : plain.toString();
  }
}
