package org.headrace.demo;

import java.util.Locale;
import java.util.SplittableRandom;

/** Paints the pictures of the press: a few plain landscapes, each in its own colours. */
final class Painting {
  static final int WIDTH = 960;
  static final int HEIGHT = 540;

  /** What a picture may show. */
  enum Motif {
    HILLS,
    SEA,
    TOWN,
    FIELD,
    STARS,
    ORCHARD
  }

  /** Sky above, sky below, far ground, near ground, and what stands out. */
  private record Palette(int high, int low, int far, int near, int accent) {}

  private static final Palette[] PALETTES = {
    new Palette(0x2d5f8b, 0xf6d7a7, 0x6f8f72, 0x2f4f3e, 0xf2a541),
    new Palette(0x7fb2d9, 0xe9f1f4, 0x9ab38a, 0x4a6b45, 0xd9483b),
    new Palette(0x463a66, 0xe98f6f, 0x7a4f6d, 0x2c2440, 0xffd27f),
    new Palette(0x8fa3ad, 0xdfe5e3, 0x8a9a94, 0x46554f, 0xe2b04a),
    new Palette(0x1f6f78, 0xf1e3c8, 0xc08552, 0x5e3b25, 0xf4f0e6)
  };

  private final Motif motif;
  private final Palette palette;
  private final double shift;

  private Painting(Motif motif, String seed) {
    SplittableRandom random = new SplittableRandom(seed.hashCode());
    this.motif = motif;
    this.palette = PALETTES[random.nextInt(PALETTES.length)];
    this.shift = random.nextDouble();
  }

  /** A PNG of {@link #WIDTH} by {@link #HEIGHT}; the same seed gives the same bytes. */
  static byte[] of(String motif, String seed) {
    Painting painting = new Painting(Motif.valueOf(motif.toUpperCase(Locale.ROOT)), seed);
    return Png.of(WIDTH, HEIGHT, painting::at);
  }

  private int at(double x, double y) {
    return switch (motif) {
      case HILLS -> hills(x, y);
      case SEA -> sea(x, y);
      case TOWN -> town(x, y);
      case FIELD -> field(x, y);
      case STARS -> stars(x, y);
      case ORCHARD -> orchard(x, y);
    };
  }

  private int sky(double x, double y) {
    return round(x, y, 0.2 + 0.6 * shift, 0.26, 0.07)
        ? palette.accent
        : mixed(palette.high, palette.low, y / 0.7);
  }

  private int hills(double x, double y) {
    if (y > 0.8 + 0.06 * Math.sin(9 * x + 20 * shift)) {
      return palette.near;
    }
    if (y > 0.66 + 0.08 * Math.sin(6 * x + 11 * shift)) {
      return mixed(palette.far, palette.near, 0.5);
    }
    return y > 0.52 + 0.09 * Math.sin(4 * x + 7 * shift) ? palette.far : sky(x, y);
  }

  private int sea(double x, double y) {
    double boat = 0.3 + 0.4 * shift;
    if (y > 0.64 && y < 0.68 && Math.abs(x - boat) < 0.06 - (y - 0.64)) {
      return palette.near;
    }
    if (y > 0.44 && y < 0.63 && x > boat && x - boat < (y - 0.44) * 0.35) {
      return palette.accent;
    }
    if (y < 0.6) {
      return sky(x, y);
    }
    double wave = Math.sin(60 * y * y + 3 * Math.sin(8 * x + 6 * shift));
    return mixed(palette.high, palette.near, (y - 0.6) * 1.6 + 0.06 * wave);
  }

  private int town(double x, double y) {
    int house = (int) Math.floor(x * 9);
    double inside = x * 9 - house;
    double roof = 0.48 + 0.16 * Math.sin(house * 2.3 + 9 * shift);
    if (y > 0.88) {
      return mixed(palette.near, 0x202020, 0.4);
    }
    if (y < roof + 0.12 * Math.abs(inside - 0.5)) {
      return sky(x, y);
    }
    boolean window = inside * 4 % 1 > 0.45 && (y - roof) * 9 % 1 > 0.5 && y > roof + 0.08;
    return window ? palette.accent : house % 2 == 0 ? palette.far : palette.near;
  }

  private int field(double x, double y) {
    if (y < 0.5) {
      return sky(x, y);
    }
    double furrow = (x - 0.5 - 0.2 * shift) / (y - 0.42) * 5;
    return Math.floorMod((int) Math.floor(furrow), 2) == 0
        ? palette.near
        : mixed(palette.far, palette.accent, 0.3 * y);
  }

  private int stars(double x, double y) {
    if (round(x, y, 0.3 + 0.4 * shift, 0.55, 0.24)) {
      return mixed(palette.accent, palette.far, 0.5 + 0.5 * Math.sin(28 * y + 4 * x));
    }
    long cell = ((long) (x * 64)) * 7919 + ((long) (y * 36)) * 104729 + (long) (shift * 1000);
    boolean star = new SplittableRandom(cell).nextInt(40) == 0;
    return star && x * 64 % 1 < 0.3 && y * 36 % 1 < 0.3 ? 0xffffff : mixed(0x0b1026, 0x243056, y);
  }

  private int orchard(double x, double y) {
    double column = (x * 5 + shift) % 1;
    if (round(column / 5, y, 0.1, 0.5, 0.1)) {
      boolean fruit = (column * 12) % 1 < 0.3 && (y * 40) % 1 < 0.4;
      return fruit ? palette.accent : palette.near;
    }
    if (y > 0.55 && y < 0.82 && Math.abs(column - 0.5) < 0.05) {
      return mixed(palette.near, 0x5b3a1e, 0.8);
    }
    return y > 0.76 ? palette.far : sky(x, y);
  }

  private static boolean round(double x, double y, double middleX, double middleY, double radius) {
    double wide = (x - middleX) * WIDTH / HEIGHT;
    return wide * wide + (y - middleY) * (y - middleY) < radius * radius;
  }

  private static int mixed(int one, int other, double share) {
    double part = Math.clamp(share, 0.0, 1.0);
    int red = between(one >> 16 & 0xff, other >> 16 & 0xff, part);
    int green = between(one >> 8 & 0xff, other >> 8 & 0xff, part);
    int blue = between(one & 0xff, other & 0xff, part);
    return red << 16 | green << 8 | blue;
  }

  private static int between(int one, int other, double share) {
    return (int) Math.round(one + (other - one) * share);
  }
}
