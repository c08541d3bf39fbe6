package org.headrace.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TreesTest {
  @Test
  void a_value_below_the_threshold_takes_the_first_branch() {
    Trees trees = Trees.of(List.of("# how it was made", "0<2 -1 1<0.5 0.25 4"));
    assertEquals(-1, trees.sum(new float[] {1, 9}));
    assertEquals(0.25f, trees.sum(new float[] {2, 0}));
    assertEquals(4, trees.sum(new float[] {2, 0.5f}));
  }

  @Test
  void trees_add_up() {
    Trees trees = Trees.of(List.of("0<2 -1 1", "0<3 0.5 2"));
    assertEquals(1.5f, trees.sum(new float[] {2}));
  }

  @Test
  void trees_that_are_not_there_are_a_fault() {
    assertThrows(IllegalStateException.class, () -> Trees.read("none.trees"));
  }
}
