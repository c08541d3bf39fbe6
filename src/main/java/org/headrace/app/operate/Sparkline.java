package org.headrace.app.operate;

import java.util.Locale;

/** The bars of the last days, as the path of an SVG of 84 by 22. */
final class Sparkline {
  private static final int STEP = 6;
  private static final int BAR = 4;
  private static final int HEIGHT = 22;

  private Sparkline() {}

  /** A bar for each day, the oldest first; empty if there is nothing on any. */
  static String path(int[] days) {
    int most = 0;
    for (int day : days) {
      most = Math.max(most, day);
    }
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < days.length && most > 0; i++) {
      double height = days[i] == 0 ? 1 : Math.max(2, (double) days[i] / most * (HEIGHT - 2));
      path.append(
          String.format(
              Locale.ROOT, "M%d %dv-%.1fh%dv%.1fz", i * STEP, HEIGHT, height, BAR, height));
    }
    return path.toString();
  }
}
