package org.headrace.group;

import java.util.List;

/**
 * On which days a tag may have been seen, all days in one look: most tags of a new article have
 * been seen on none. A byte for several tags, with a bit for each day of eight; says yes too often,
 * never no.
 *
 * <p>Source: Bloom, Space/time trade-offs in hash coding with allowable errors, CACM 1970.
 */
final class TagDays {
  private static final int BITS = Byte.SIZE;
  private static final int FEWEST = 1024;

  /** Entries for each byte: when it is made, and when it is worn out. */
  private static final double FRESH = 1.6;

  private static final double FULL = 2;

  private final byte[] cells;
  private long entries;

  private TagDays(int size) {
    cells = new byte[size];
  }

  static TagDays of(List<Day> days) {
    long entries = days.stream().mapToLong(Day::entries).sum();
    TagDays made = new TagDays((int) Math.max(FEWEST, entries / FRESH));
    for (Day day : days) {
      int bit = bit(day);
      day.each((tag, article) -> made.cells[made.place(tag)] |= (byte) bit);
    }
    made.entries = entries;
    return made;
  }

  /** The bit that stands for a day. */
  static int bit(Day day) {
    return 1 << Math.floorMod(day.date, BITS);
  }

  /** Bits of the days on which {@code tag} may have been seen. */
  int of(int tag) {
    return cells[place(tag)];
  }

  void add(int tag, int bit) {
    cells[place(tag)] |= (byte) bit;
    entries++;
  }

  /** True if it says yes so often that it should be made anew. */
  boolean isFull() {
    return entries > FULL * cells.length;
  }

  /** In the order of tags, so that a table by tags is read through from end to end. */
  private int place(int tag) {
    return (int) ((Integer.toUnsignedLong(tag) * cells.length) >>> Integer.SIZE);
  }
}
