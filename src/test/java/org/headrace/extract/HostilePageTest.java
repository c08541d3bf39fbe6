package org.headrace.extract;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.headrace.model.Extracted;
import org.headrace.model.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostilePageTest {
  @Test
  void deep_nesting_is_survived() {
    Extracted found = Pages.read("<div>".repeat(100_000) + Pages.STORY);
    assertTrue(found.text().contains("old bridge"), found::text);
    assertNotNull(Pages.read("<b><a href=x>".repeat(50_000) + "text"));
    assertNotNull(Pages.read("<table><tr><td>".repeat(20_000) + "text"));
  }

  @Test
  void very_many_siblings_are_survived() {
    assertNotNull(Pages.read("<p>a".repeat(1_000_000)));
    assertNotNull(Pages.read("<div class=comments><p>Yes, and no, says she.".repeat(100_000)));
    assertNotNull(Pages.read("<h1>a</h1><time>b</time>".repeat(100_000)));
  }

  @Test
  void huge_attributes_are_survived() {
    String huge = "a ".repeat(2_000_000);
    assertNotNull(
        Pages.read(
            "<div class='" + huge + "' id='" + huge + "' style='" + huge + "'>" + Pages.STORY));
    assertNotNull(
        Pages.read("<img srcset='" + huge + "'><a href='" + huge + "'>x</a>" + Pages.STORY));
  }

  @Test
  void deep_and_wild_linked_data_is_survived() {
    assertNotNull(
        Pages.read("<script type=application/ld+json>" + "[{\"a\":".repeat(100_000) + "</script>"));
    assertNotNull(
        Pages.read(
            "<script type=application/ld+json>{\"@type\":[{}],\"author\":[[[1]]],\"image\":[[]],"
                + "\"datePublished\":\"99999999999999999999\",\"headline\":{\"@value\":[]}}</script>"
                + Pages.STORY));
  }

  @Test
  void any_bytes_give_an_answer() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] body = new byte[random.nextInt(2_000)];
      random.nextBytes(body);
      assertNotNull(
          ContentExtractor.extract(Page.of(Pages.PLACE, "text/html; charset=" + round, body)));
    }
  }

  @Test
  void any_mixture_of_tags_gives_an_answer() {
    String[] pieces = {
      "<p>",
      "</p>",
      "<div class=comment>",
      "</div>",
      "<a href='%%'>",
      "</a>",
      "<br>",
      "<table>",
      "<td>",
      "</table>",
      "<h1>",
      "</h1>",
      "<time datetime='0'>",
      "<img src=''>",
      "<img srcset=', ,'>",
      "<figure>",
      "<figcaption>",
      "<ul><li>",
      "Words, and more words. ",
      "2024-99-99 ",
      "<meta name=date content='1'>",
      "<noscript>",
      "</noscript>",
      "<blockquote>",
      "<span class=byline>",
      "12:99",
      "<link rel=next href='?page=2'>",
      "<script type=application/ld+json>{</script>"
    };
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder html = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        html.append(pieces[random.nextInt(pieces.length)]);
      }
      assertNotNull(Pages.read(html.toString()), html::toString);
    }
  }
}
