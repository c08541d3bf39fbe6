package org.headrace.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.headrace.model.CleanHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCleanerTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Plain, Plain",
    "<b>Bold</b> &amp; <i>slanted</i>, Bold & slanted",
    "AT&T &amp;amp; others, AT&T &amp; others",
    "a < b && c, a < b && c",
    "I <3 you, I <3 you",
    "one<br>two<p>three</p>, one two three",
    "List<String> in Java, List‹String› in Java",
    "The <script> tag, The ‹script› tag",
    "The &lt;script&gt; tag, The ‹script› tag",
    "<script>alert(1)</script>Title, Title",
    "<img src=x onerror=alert(1)>Title, Title",
    "<![CDATA[Wrapped]]>, Wrapped",
    "&#x1f600;, 😀"
  })
  void a_title_is_its_words(String title, String expected) {
    assertEquals(expected, TextCleaner.text(title, 100).value());
  }

  @Test
  void control_and_direction_characters_are_gone_and_space_is_folded() {
    assertEquals(
        "one two three",
        TextCleaner.text(" one\r\n\u202e two\u202c\u0007 \u00a0th\u200bree\ud800 ", 100).value());
  }

  @Test
  void a_long_title_ends_at_a_word() {
    assertEquals(
        "The quick brown fox…", TextCleaner.text("The quick brown fox jumps over", 22).value());
    assertEquals("aaaaaaaaa…", TextCleaner.text("a".repeat(50), 10).value());
    assertEquals("", TextCleaner.text("abc", 0).value());
  }

  @Test
  void no_character_is_cut_in_two() {
    String cut = TextCleaner.text("😀".repeat(50), 10).value();
    assertEquals("😀😀😀😀…", cut);
  }

  @Test
  void a_summary_ends_with_a_sentence_if_it_can() {
    CleanHtml html =
        HtmlCleaner.clean(
            "<p>The first sentence.</p><p>The second one is longer than that.</p>",
            URI.create("https://paper.example/"));
    assertEquals("The first sentence.", TextCleaner.summary(html, 40).value());
    assertEquals("The first…", TextCleaner.summary(html, 14).value());
    assertTrue(TextCleaner.summary(html, 200).value().endsWith("than that."));
  }
}
