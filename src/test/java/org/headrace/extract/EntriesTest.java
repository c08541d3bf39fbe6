package org.headrace.extract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class EntriesTest {
  private static final List<Block> BLOCKS =
      Survey.of(
              Jsoup.parse(
                  "<div class=entry><h2>One</h2><p>First</p></div><div"
                      + " class=entry><h2>Two</h2><p>Second</p></div><div"
                      + " class=entry><h2>Three</h2><p>Third</p></div>"),
              false)
          .blocks;

  @Test
  void what_stays_of_most_entries_stays_of_all() {
    BitSet staying = new BitSet();
    staying.set(0, 4);
    Entries entries = new Entries(BLOCKS, staying);
    assertTrue(entries.keep(BLOCKS.get(4)));
    assertTrue(entries.keep(BLOCKS.get(5)));
  }

  @Test
  void what_stays_of_few_entries_saves_no_other() {
    BitSet staying = new BitSet();
    staying.set(1);
    assertFalse(new Entries(BLOCKS, staying).keep(BLOCKS.get(5)));
  }
}
