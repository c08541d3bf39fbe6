package org.headrace.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlMarkupTest {
  private static final String[] TAGS =
      ("a b i em p div span li ul ol h1 h2 table tr td th tbody caption colgroup col form button"
              + " select option optgroup input br hr img pre textarea title script style svg path g"
              + " desc noscript template ruby rt dd dt x-own object section nav iframe head link"
              + " meta nobr label font video source")
          .split(" ");
  private static final String[] WORDS = {
    " ",
    "\n",
    "word ",
    "&amp;",
    "&lt",
    "&nbsp;",
    "&copy=",
    "&none;",
    "a < b",
    "&#39;",
    "&#x2014;",
    "&#150;",
    "<!-- c -->",
    "<!---->",
    "é",
    "’",
    "<>",
    "</>",
    "</ >",
    "<?php x ?>",
    "<!doctype html>"
  };
  private static final String[] ATTRIBUTES = {
    " class=\"a b\"",
    " id=x",
    " href='/a?b=1&c=2&amp;d=3'",
    " hidden",
    " data-x=\"\"",
    " alt=\"'\"",
    " type=hidden",
    " x=a/b",
    " a=",
    " =b",
    " <c"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "only text",
        "<title>A &amp; B</title><p>one<p>two<div>three",
        "<!doctype html><html lang=en><head><meta name=a content='b &quot;c&quot;'></head><body>x",
        "<!DOCTYPE html><p>a<table><tr><td>b<td>c<tr><th>d</table>e",
        "<p>a<table><tr><td>b</table>",
        "<b>one<p>two</b>three</p>four",
        "<a href=1>one<div>two<a href=2>three</a></div>four</a>",
        "<b><i><u>one<p>two</b></i></u>three",
        "<ul><li>one<ul><li>two</ul><li>three</ul></li>",
        "<script>if (a < b) document.write('<!-- <script></script> -->');</script>after",
        "<script><!--<script></script></script>after",
        "<script><!-- <script> --></script>after",
        "<script><!-->'<script>'</script>after",
        "<script>a<!-- b</script>after<!-- c -->",
        "<script>'</scr' + 'ipt>' < '</scripts>'</SCRIPT\n>after",
        "<style>p > a { }</style><textarea>\n<b>&lt;</textarea>",
        "<noscript><img src=a><p></noscript></p>",
        "<svg viewBox='0 0 1 1'><title>Icon</title><path d='M0 0'/><a><b>out</b></a></svg>",
        "<select><option>a<option>b<optgroup><option>c</select>",
        "<template><p>a</template>b",
        "<h1>a<h2>b</h1>c",
        "</p></br></div>",
        "<img src=a.jpg alt=\"x > y\"><br/><hr>",
        "<body class=a><body class=b id=c>",
        "<div\nclass=a\tid = 'b' hidden>c</div >",
        "<!-- a > b --><p>a<!-- c -->b",
        "<form><form><p></form>a",
        "<ruby>a<rt>b<rp>c</ruby>"
      })
  void makes_the_tree_that_jsoup_makes(String html) {
    Optional<Document> made = HtmlMarkup.pageInOneGo(html, "", null);
    assertTrue(made.isPresent());
    assertEquals(TreeLines.of(jsoup(html)), TreeLines.of(made.get()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table>text<tr><td>a</table>",
        "<table><tr><b>a</table>",
        "<math><mi>x</math>",
        "<frameset><frame></frameset>",
        "<script>never ends",
        "<p title=\"never ends",
        "<!-- never ends",
        "a\0b"
      })
  void leaves_to_jsoup_what_takes_much_untangling(String html) {
    assertEquals(Optional.empty(), HtmlMarkup.pageInOneGo(html, "", null));
    assertEquals(TreeLines.of(jsoup(html)), TreeLines.of(HtmlMarkup.page(html, "")));
  }

  @ParameterizedTest
  @CsvSource({
    "<p>a<!--here-->b, here, 1",
    "<p>a<!--other--><!--here-->b, here, 2",
    "<p>a<!-- here -->b, here, 0",
    "<p>a<!-->b, here, 0",
    "<p>a<script><!--here--></script>b, here, 0",
    "<p>a<!--here-->b, , 0",
  })
  void keeps_comments_where_one_tells(String html, @Nullable String telling, int comments) {
    assertEquals(comments, HtmlMarkup.page(html, "", telling).nodeStream(Comment.class).count());
  }

  @Test
  void leaves_depth_to_jsoup() {
    String deep = "<div>".repeat(400);
    assertEquals(Optional.empty(), HtmlMarkup.pageInOneGo(deep, "", null));
  }

  @Test
  void makes_the_same_tree_of_whatever_is_thrown_at_it() {
    Random random = new Random(20);
    int made = 0;
    for (int i = 0; i < 4_000; i++) {
      String html = page(random);
      Optional<Document> mine = HtmlMarkup.pageInOneGo(html, "", null);
      made += mine.isPresent() ? 1 : 0;
      mine.ifPresent(tree -> assertEquals(TreeLines.of(jsoup(html)), TreeLines.of(tree), html));
    }
    assertTrue(made > 2_500, made + " pages were read");
  }

  private static String page(Random random) {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html><html><head><title>T</title></head><body>x");
    List<String> open = new ArrayList<>();
    for (int i = random.nextInt(20); i >= 0; i--) {
      int kind = random.nextInt(10);
      String tag = TAGS[random.nextInt(TAGS.length)];
      if (kind < 4) {
        page.append('<').append(random.nextInt(9) == 0 ? tag.toUpperCase(Locale.ROOT) : tag);
        for (int k = random.nextInt(3); k > 0; k--) {
          page.append(ATTRIBUTES[random.nextInt(ATTRIBUTES.length)]);
        }
        page.append(random.nextInt(12) == 0 ? " />" : ">");
        open.add(tag);
      } else if (kind < 7) {
        boolean nested = !open.isEmpty() && random.nextInt(3) > 0;
        page.append("</").append(nested ? open.remove(open.size() - 1) : tag).append('>');
      } else {
        page.append(WORDS[random.nextInt(WORDS.length)]);
      }
    }
    return page.toString();
  }

  private static Document jsoup(String html) {
    return Parser.htmlParser().setMaxDepth(300).parseInput(html, "");
  }
}
