package org.headrace.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessHtmlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain words &amp; more",
        "1 < 2, said the <b class=\"loud\">teacher</b>",
        "<p class='a b' data-id=7>one<p>two",
        "<figure><img src=https://a.example/p.png alt='A pier' loading=lazy></figure>",
        "<table><tr><td style=\"text-align:right; width: 50%\">3</table>",
        "<!-- a remark --><div align=center>text</div>",
        "<svg viewBox='0 0 9 9'><title>a dot</title><circle cx='5' cy='5' r='2'/></svg>",
        "<math><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow></math>",
        "<a href=\"mailto:desk@a.example\">write</a>",
        "<img src=\"data:image/png;base64,AAAA\">"
      })
  void what_can_only_be_looked_at_stays_letter_by_letter(String html) {
    assertEquals(html, HarmlessHtml.of(html));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a<script>alert(1)</script>b               | ab
          <p onclick="go()">x</p>                   | <p >x</p>
          <a href=" java&#10;script:go()">x</a>     | <a >x</a>
          <iframe src="https://a.example/">x</iframe>y | y
          <blink>x</blink> y                        | x y
          <p style="position:fixed;top:0">x</p>     | <p >x</p>
          <p style="color:red" class=a>x</p>        | <p style="color:red" class=a>x</p>
          <td onmouseover=go()>x</td>               | <td >x</td>
          x<frameset onload=go()><frame src=/a></frameset> y | x y
          <form action=/a><input name=b>x</form>    | x
          a<!-- --!><script>go()</script> -->b      | a -->b
          <![CDATA[ <script>go()</script> ]]>b      | b
          <object data=a><embed src=b>x</object>y   | y
          <svg><foreignObject><p>x</p></foreignObject></svg> | <svg><p>x</p></svg>
          <body onload=go()>x</body>                | x
          <img src=a.png onerror=go() alt=b>        | <img src=a.png  alt=b>
          """)
  void what_could_act_is_cut_out_and_the_rest_stays(String html, String harmless) {
    assertEquals(harmless, HarmlessHtml.of(html).strip());
  }

  @Test
  void a_last_tag_without_an_end_is_words() {
    assertEquals(
        "<p>a link starts with &lt;a href=\"x",
        HarmlessHtml.of("<p>a link starts with <a href=\"x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<math><mtext><table><mglyph><style><img src=x onerror=go()></style></mglyph></table>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=go()>\">",
        "<noscript><p title=\"</noscript><img src=x onerror=go()>\">",
        "<a <script>go()</script>",
        "<<script>script>go()</<script>/script>"
      })
  void markup_that_parsers_read_differently_loses_its_sting(String html) {
    String harmless = HarmlessHtml.of(html);
    assertFalse(harmless.contains("onerror=go()>"), harmless);
    assertFalse(harmless.contains("<script"), harmless);
    assertFalse(harmless.contains("<style"), harmless);
    assertEquals(harmless, HarmlessHtml.of(harmless));
  }

  @Test
  void a_title_that_speaks_of_a_tag_is_written_as_it_reads_where_that_does_no_harm() {
    assertEquals("a <tag> of mine, 1 < 2", HarmlessHtml.title("a &lt;tag&gt; of mine, 1 &lt; 2"));
    assertEquals("the &lt;b&gt; tag", HarmlessHtml.title("the &lt;b&gt; tag"));
    assertEquals("an &lt;a href=", HarmlessHtml.title("an &lt;a href="));
    assertEquals("salt &amp; sea", HarmlessHtml.title("salt &amp; sea"));
  }
}
