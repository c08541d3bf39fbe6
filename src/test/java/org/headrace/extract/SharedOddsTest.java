package org.headrace.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class SharedOddsTest {
  private static List<Block> blocks(String html) {
    return Survey.of(Jsoup.parse(html), false).blocks;
  }

  @Test
  void the_cells_of_a_table_of_data_stay_or_go_together() {
    List<Block> blocks =
        blocks(
            "<p>Two"
                + " loaves</p><table><tr><td>Rye</td><td>4.00</td></tr><tr><td>Oat</td><td>3.90</td></tr></table>");
    float[] odds = {3, 2, -1, 2, 1};
    SharedOdds.share(blocks, odds);
    assertArrayEquals(new float[] {3, 1, 1, 1, 1}, odds);
  }

  @Test
  void the_items_of_a_list_stay_or_go_together() {
    List<Block> blocks =
        blocks(
            "<h2>Engine</h2><ul><li>Bore: 83 mm<li>Stroke: 92 mm<li>Fuel: any<li>Weight: 140"
                + " kg</ul><ol><li>One<li>Two</ol>");
    float[] odds = {2, 1, 2, -1, 2, -3, 3};
    SharedOdds.share(blocks, odds);
    assertArrayEquals(new float[] {2, 1, 1, 1, 1, -3, 3}, odds);
  }

  @Test
  void cells_that_lay_out_a_page_are_judged_each_by_itself() {
    String text =
        "A column of text that goes on for longer than a figure in a table would. ".repeat(3);
    List<Block> blocks =
        blocks(
            "<table><tr><td>%s</td><td>Home</td></tr><tr><td>%s</td><td>Menu</td></tr></table>"
                .formatted(text, text.repeat(2)));
    float[] odds = {3, -2, 3, -2};
    SharedOdds.share(blocks, odds);
    assertEquals(-2, odds[1]);
  }
}
