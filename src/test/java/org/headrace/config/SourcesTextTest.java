package org.headrace.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTextTest {
  private static final SourceBlock NEW =
      new SourceBlock(
          "RSS, 3 entries",
          "New: paper",
          URI.create("https://new.example/feed"),
          List.of("local", "two words"),
          false);
  private static final String BLOCK =
      """
      # RSS, 3 entries
      - name: "New: paper"
        url: https://new.example/feed
        topics: [local, "two words"]
      """;

  private static String with(String text) {
    return new SourcesText(text).with(NEW).orElseThrow().text();
  }

  private static String without(String text, String address) {
    return new SourcesText(text).without(URI.create(address)).orElseThrow().text();
  }

  @Test
  void a_block_goes_to_the_end_of_the_list_and_nothing_else_moves() {
    String text =
        """
        # my list
        - https://a.example/feed   # the first

        - name: B     # odd   spacing stays
          url: 'https://b.example/feed'
          drop:
            - title: /x/
        # the end
        """;

    assertEquals(text.replace("# the end\n", BLOCK + "# the end\n"), with(text));
  }

  @Test
  void an_empty_list_is_replaced_and_a_file_without_one_begins_one() {
    assertEquals("# my list\n\n" + BLOCK, with("# my list\n\n[]\n"));
    assertEquals("# my list\n" + BLOCK, with("# my list\n"));
    assertEquals(BLOCK, with(""));
    assertEquals("sources:\n" + BLOCK.indent(2), with("sources: []\n"));
    assertEquals("sources:\n" + BLOCK.indent(2), with("sources:\n"));
  }

  @Test
  void a_list_under_a_key_keeps_its_indentation() {
    String text = "sources:\n    - https://a.example/feed\n";

    assertEquals(text + BLOCK.indent(4), with(text));
  }

  @Test
  void a_list_in_brackets_stays_one() {
    assertEquals(
        "[https://a.example/feed, {name: \"New: paper\", url: \"https://new.example/feed\","
            + " topics: [local, \"two words\"]}]\n",
        with("[https://a.example/feed]\n"));
  }

  @Test
  void a_missing_line_break_at_the_end_costs_nothing() {
    assertEquals("- https://a.example/feed\n" + BLOCK, with("- https://a.example/feed"));
  }

  @Test
  void a_source_goes_with_the_comment_right_above_it() {
    String text =
        """
        # my list
        # of papers
        - https://a.example/feed
        # about b
        - url: https://b.example/feed
          topics: [x]

        # about c
        - https://c.example/feed
        """;

    assertEquals(
        text.replace("# about b\n- url: https://b.example/feed\n  topics: [x]\n", ""),
        without(text, "https://b.example/feed"));
    assertEquals(
        text.replace("- https://a.example/feed\n", ""), without(text, "https://a.example/feed"));
  }

  @Test
  void the_last_source_leaves_an_empty_list() {
    assertEquals(
        "# my list\n[]\n", without("# my list\n- https://a.example/f\n", "https://a.example/f"));
    assertEquals(
        "sources:\n  []\n", without("sources:\n  - https://a.example/f\n", "https://a.example/f"));
  }

  @Test
  void what_cannot_be_done_safely_is_not_done() {
    assertTrue(new SourcesText("sources: &a [*a]\n").with(NEW).isEmpty());
    assertTrue(new SourcesText("just words\n").with(NEW).isEmpty());
    assertTrue(
        new SourcesText("[https://a.example/f]\n")
            .without(URI.create("https://a.example/f"))
            .isEmpty());
  }
}
