package org.headrace.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.headrace.model.CleanHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlCleanerTest {
  private static final URI BASE = URI.create("https://paper.example/2026/story");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Text</p>",
        "<h2 id=\"x\">Head</h2>",
        "<ul><li>one</li></ul>",
        "<pre><code class=\"language-java\">a &lt; b</code></pre>"
      })
  void honest_markup_stays(String html) {
    assertEquals(html.replace(" id=\"x\"", ""), clean(html));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<p onclick=alert(1)>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=x onerror=a()>'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<a href=' java&#10;script:alert(1)'>",
        "<iframe srcdoc='<script>1</script>'></iframe>",
        "<iframe src='https://evil.example/'></iframe>",
        "<iframe src='https://youtube.com.evil.example/embed/x'></iframe>",
        "<object data=x><embed src=x>",
        "<meta http-equiv=refresh content='0;url=x'><base href='//evil.example/'>",
        "<form action=x><input><button>",
        "<p style='position:fixed'>",
        "<template><img src=x onerror=alert(1)></template>",
        "<img src='javascript:alert(1)'>",
        "<img srcset='javascript:alert(1) 1x'>"
      })
  void nothing_can_run_or_navigate(String html) {
    String clean = clean(html);
    for (String danger :
        new String[] {
          "script", "onclick", "onerror=", "svg", "frame", "style", "form", "object", "meta"
        }) {
      assertFalse(clean.contains(danger), clean);
    }
  }

  @Test
  void a_player_is_framed_empty_encrypted_and_in_a_sandbox() {
    assertEquals(
        "<iframe src=\"https://www.youtube.com/embed/abc\" title=\"Talk\" loading=\"lazy\""
            + " sandbox=\"allow-scripts allow-same-origin allow-popups"
            + " allow-presentation\"></iframe>",
        clean(
            "<iframe src='http://www.youtube.com/embed/abc' title=Talk allow=camera>"
                + "<script>alert(1)</script></iframe>"));
  }

  @Test
  void addresses_become_absolute_and_links_lose_tracking() {
    assertEquals(
        "<a href=\"https://paper.example/a?id=1\">x</a> <img"
            + " src=\"https://paper.example/2026/i.png\">",
        clean("<a href='/a?id=1&utm_source=y' target=_blank ping=z>x</a> <img src=i.png>"));
  }

  @Test
  void mail_and_calls_are_links_and_other_schemes_are_not() {
    assertEquals(
        "<a href=\"mailto:a@paper.example\">m</a><a href=\"tel:+15550100\">t</a>f",
        clean(
            "<a href=mailto:a@paper.example>m</a><a href=tel:+15550100>t</a><a href=file:x>f</a>"));
  }

  @Test
  void each_candidate_of_a_source_set_is_checked() {
    assertEquals(
        "<img srcset=\"https://paper.example/2026/a,b.png 2x, https://cdn.example/c.png 800w\">",
        clean("<img srcset='a,b.png 2x, javascript:x 3x, d.png 4q, //cdn.example/c.png 800w,'>"));
  }

  @Test
  void no_candidate_of_a_source_set_speaks_of_a_script() {
    assertEquals(
        "<img srcset=\"https://paper.example/b.png 2x\">",
        clean("<img srcset='/a.png#JavaScript:x 1x, /b.png 2x, /?vbscript:y 3x'>"));
  }

  @Test
  void a_picture_keeps_its_sources_and_a_figure_its_caption() {
    assertEquals(
        "<figure><picture><source type=\"image/avif\" media=\"(min-width: 8px)\""
            + " srcset=\"https://paper.example/w.avif\"><img alt=\"View\" width=\"8\" height=\"6\""
            + " src=\"https://paper.example/w.jpg\"></picture><figcaption>View</figcaption></figure>",
        clean(
            "<figure class=c><picture><source type=image/avif media='(min-width: 8px)'"
                + " srcset=/w.avif><img alt=View width=8 height=6 src=/w.jpg></picture>"
                + "<figcaption>View</figcaption></figure>"));
  }

  @Test
  void lazy_pictures_are_shown() {
    assertEquals(
        "<img src=\"https://paper.example/real.jpg\">",
        clean("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src=/real.jpg>"));
    assertEquals(
        "<img src=\"https://paper.example/real.jpg\">",
        clean("<img src=/blank.gif><noscript><img src=/real.jpg></noscript>"));
    assertEquals(
        "<div><img src=\"https://paper.example/real.jpg\"></div>",
        clean("<div><noscript><img src=/real.jpg></noscript></div>"));
    assertEquals(
        "<img src=\"https://paper.example/real.jpg\">",
        clean("<img src=/real.jpg><noscript><img src=/real.jpg></noscript>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=/p.gif width=1 height=1>",
        "<img src=/p.gif style='display: none'>",
        "<img src='https://stats.wordpress.com/b.gif'>",
        "<noscript><img height=1 width=1 src='https://www.facebook.com/tr?id=1'></noscript>"
      })
  void tracking_pixels_are_gone(String html) {
    assertEquals("", clean(html));
  }

  @Test
  void notes_are_linked_under_names_of_our_own() {
    String clean =
        clean(
            "<a href='#fn1'>1</a><a href='https://paper.example/2026/story#fn1'>1</a>"
                + "<p id=fn1>Note</p><p id=location>x</p><a href='#gone'>y</a>");
    String name = clean.substring(clean.indexOf("id=\"") + 4, clean.indexOf("\">Note"));
    assertTrue(name.startsWith("note-"));
    assertEquals(
        "<a href=\"#NAME\">1</a><a href=\"#NAME\">1</a><p id=\"NAME\">Note</p><p>x</p>"
                .replace("NAME", name)
            + "<a href=\"https://paper.example/2026/story#gone\">y</a>",
        clean);
  }

  @Test
  void a_link_to_a_place_that_is_left_out_leads_to_the_page_it_was_on() {
    String elsewhere = "<a href=\"https://paper.example/2026/story#pic\">x</a>";
    assertEquals(elsewhere, clean("<a href='#pic'>x</a><img id=pic>"));
    assertEquals(elsewhere + "y", clean("<a href='#pic'>x</a><iframe id=pic></iframe>y"));
    assertEquals(
        2, clean("<a href='#pic'>x</a><img id=pic><p id=pic>y</p>").split("note-", -1).length - 1);
  }

  @Test
  void what_holds_only_characters_that_xml_forbids_is_empty() {
    assertEquals("<p>x</p>", clean("<p>\ufffe\ud800</p><p>x</p><form>\u0085</form>"));
  }

  @Test
  void a_link_to_no_place_at_all_is_none_even_where_something_has_an_empty_name() {
    assertEquals("<p>x</p>Up", clean("<p id=''>x</p><a href='#'>Up</a>"));
    assertEquals("Up", clean("<a name=''></a><a href='#'>Up</a>"));
  }

  @Test
  void recordings_have_controls_and_do_not_start() {
    assertEquals(
        "<video src=\"https://paper.example/v.mp4\" preload=\"metadata\" controls></video>",
        clean("<video autoplay src=/v.mp4></video>"));
    assertEquals("<p>No film</p>", clean("<video><p>No film</p></video>"));
  }

  @Test
  void characters_that_xml_forbids_are_gone() {
    assertEquals("<p>a b\n</p>", clean("<p>a&#1; \u0000b\ud800\ufffe&#11;\r\n</p>"));
  }

  @Test
  void words_of_unknown_elements_stay_apart() {
    assertEquals(
        "<p>one</p>two<div>three</div>", clean("<p>one</p><x-y>two</x-y><nav>three</nav>"));
    assertEquals("<div>one two</div>", clean("<div>one<p></p>two</div>"));
  }

  @Test
  void what_was_cleaned_stays_as_it_is() {
    String tangled =
        "<a href=/1><table><a href=/2><p><b><div id=x><a href='#x'>t</b><li><pre>\n\n a</table></p>"
            + "<select><p>x</select><ruby><rt>y<details><summary>z";
    CleanHtml once = HtmlCleaner.clean(tangled, BASE);
    assertEquals(once, HtmlCleaner.clean(once.value(), BASE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<p><b>x", "<a href='#x' id=x>", "<table><td>", "<", "&lt;"})
  void size_and_depth_are_bounded(String unit) {
    CleanHtml clean = HtmlCleaner.clean(unit.repeat(5_000), BASE);
    assertTrue(clean.value().length() <= 2_100_000);
  }

  @Test
  void many_wrappers_around_one_text_are_none() {
    assertEquals("<p>x</p>", clean("<div>".repeat(300) + "<p>x</p>" + "</div>".repeat(300)));
  }

  @Test
  void text_has_one_line_for_each_block() {
    CleanHtml html =
        HtmlCleaner.clean(
            "<h1>A  title</h1><p>One <b>two</b>\nthree<br>four</p><ul><li>x</li><li>y</li></ul>"
                + "<table><tr><td>1</td><td>2</td></tr></table><pre>a\n  b</pre>",
            BASE);
    assertEquals("A title\nOne two three\nfour\nx\ny\n1 2\na\nb", HtmlCleaner.text(html));
  }

  private static String clean(String html) {
    return HtmlCleaner.clean(html, BASE).value();
  }
}
