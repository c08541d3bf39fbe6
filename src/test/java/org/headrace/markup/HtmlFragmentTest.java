package org.headrace.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The yardstick is the parser: what is read without it is what it reads. */
class HtmlFragmentTest {
  private static final int PAGES = 20_000;

  private static final List<String> ELEMENTS =
      split(
          "p p div span a b i em strong u s small mark code pre h1 h2 ul ul ol li li li dl dt dd"
              + " table table caption colgroup col thead tbody tfoot tr tr td td th figure"
              + " figcaption picture source img video audio iframe blockquote q details summary"
              + " section header br hr wbr noscript script style font center nav sub abbr html head"
              + " body meta link ruby rt rp form input button svg math template select title"
              + " textarea x-y");

  private static final List<String> EMPTY = split("br hr img wbr col source meta link input");

  private static final List<String> ATTRIBUTES =
      List.of(
          "id=x",
          "id=\"y\"",
          "HREF='#x'",
          "href=/a?b=c&d=e",
          "href=\"/a?b=c&copy=e&amp;x\"",
          "href=\"/a?b=c&copy&x\"",
          "src=''",
          "class=\"a b\"",
          "data-Foo=\"1\"",
          "alt=\"a &lt; b &rsquo; &#8217; &#x2019;\"",
          "open",
          "title='a<b&quot;'",
          "title=\"x\ny\"",
          "a=b/",
          "a = b",
          "@c:d=e",
          "title=\"&notit;\"",
          "b='>'");

  private static final List<String> ODD =
      List.of("\"", "=x", "a=\"b\"c=d", "/", "a=&amp", "é=1", "a=`");

  private static final List<String> WORDS =
      List.of("word", " ", "\n", "&nbsp;", "a &lt; b", "é", "&#8217;", "<!-- c -->", "\n\n", "&");

  private static final List<String> ODD_WORDS =
      List.of(
          "\u0001",
          "\u0000",
          "&#13;",
          "<!---->",
          "<!-->",
          "<!-- a -- b -->",
          "<!-- a --!> b -->",
          "<!--<!-- x -->",
          "]]>",
          "&#150;",
          "&#0;",
          "&#xa;",
          "&hellip",
          "&copy2",
          "AT&T",
          "&;",
          "&#",
          "&#xzz;",
          "&notin;",
          "&notit;",
          "<3",
          "< p>",
          "<",
          "\r\n",
          "&ampamp;",
          "😀",
          "<![CDATA[x]]>",
          "</p>",
          "</br>",
          "</img>",
          "</div>",
          "</b>",
          "</td>",
          "</li>",
          "</h2>",
          "</body>",
          "</html>",
          "<body class=b>",
          "<html lang=l>",
          "<head>",
          "\ufeff",
          "</a>",
          "</tr>",
          "</",
          "<?a?>",
          "<!doctype html>");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void is_the_tree_that_a_parser_builds(long seed) {
    Random random = new Random(seed);
    int plain = 0;
    for (int page = 0; page < PAGES; page++) {
      String html = page(random);
      Optional<Element> tree = HtmlMarkup.fragmentInOneGo(html);
      plain += tree.isPresent() ? 1 : 0;
      tree.ifPresent(body -> assertEquals(shown(parsed(html)), shown(body), html));
    }
    assertTrue(plain > PAGES / 2, "only " + plain + " were read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>One<p>two <a href=\"https://paper.example/?a=1&b=2\">three</a>&rsquo;s<br>four</p>",
        "<ul><li>a<li><p>b</ul><dl><dt>c<dd>d</dl>",
        "<table><tr><td>1</td><th colspan=2>2</th></tr></table>",
        "<figure><img src=a.jpg alt='x'/><figcaption>y</figcaption></figure>",
        "<b>one<p>two</b>three</p><a href=a>four<a href=b>five</a>",
        "<pre>\r\n\r\none</pre><textarea>\n<b>two</textarea>",
        "<x-y>one</x-y><svg><title>two</title></svg><template>three</template>",
        "<html lang=en class=a><body class=b>one</body></html> two",
        "\ufeffone <",
        "<!doctype html><p>one<table><tr><td>two</table>",
        "<pre>\n<code class=\"language-java\">a &lt; b</code></pre>",
        "text &amp; <!-- more --> <b>b</b></p></div>",
        "<html><head></head><body><p>x</p></body></html>",
        "<script>var a = 1;</script><iframe src=\"https://paper.example/\"></iframe>",
        "<noscript><img src=a.jpg></noscript><ruby>a<rp>(</rp><rt>b</rt></ruby>"
      })
  void what_editors_write_needs_no_parser(String html) {
    Optional<Element> body = HtmlMarkup.fragmentInOneGo(html);
    assertTrue(body.isPresent());
    assertEquals(shown(parsed(html)), shown(body.get()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table>words<tr><td>x</table>",
        "<math><mtext></math>",
        "<p title=\"a",
        "<script>x",
        "<![CDATA[x]]>",
        "<!-- a --!> b -->",
        "<pre>&#10;one</pre>",
        "<textarea>&#10;one</textarea>",
        "<svg><script/><b>one</b></svg>",
        "a\u0000b"
      })
  void what_takes_much_untangling_is_left_to_the_parser(String html) {
    assertTrue(HtmlMarkup.fragmentInOneGo(html).isEmpty());
    assertEquals(shown(parsed(html)), shown(HtmlMarkup.fragment(html)));
  }

  @Test
  void what_is_deep_is_left_to_the_parser() {
    String deep = "<div>".repeat(400) + "end";
    assertTrue(HtmlMarkup.fragmentInOneGo(deep).isEmpty());
    assertEquals(shown(parsed(deep)), shown(HtmlMarkup.fragment(deep)));
  }

  private static Element parsed(String html) {
    return Jsoup.parseBodyFragment(html).body();
  }

  private static String shown(Element body) {
    StringBuilder out = new StringBuilder();
    body.childNodes().forEach(child -> show(child, out));
    return out.toString();
  }

  private static void show(Node node, StringBuilder out) {
    if (node instanceof TextNode words) {
      out.append('{').append(words.getWholeText()).append('}');
    } else if (node instanceof Element element) {
      out.append('<').append(element.normalName()).append(' ').append(element.tag().namespace());
      for (Attribute attribute : element.attributes()) {
        out.append('|').append(attribute.getKey().toLowerCase(Locale.ROOT));
        out.append('=').append(attribute.getValue());
      }
      out.append('>');
      element.childNodes().forEach(child -> show(child, out));
      out.append("</>");
    }
  }

  /** Nested as it should be, more or less. */
  private static String page(Random random) {
    StringBuilder page = new StringBuilder();
    Deque<String> open = new ArrayDeque<>();
    int oddity = random.nextInt(30);
    for (int tokens = 1 + random.nextInt(18); tokens > 0; tokens--) {
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> open(page, open, random, oddity);
        case 4, 5, 6 -> close(page, open, random, oddity);
        default -> page.append(any(random.nextInt(30) < oddity / 3 ? ODD_WORDS : WORDS, random));
      }
    }
    return page.toString();
  }

  private static void open(StringBuilder page, Deque<String> open, Random random, int oddity) {
    String name = fitting(open.isEmpty() ? "" : open.peek(), any(ELEMENTS, random), random);
    page.append('<').append(random.nextInt(9) == 0 ? name.toUpperCase(Locale.ROOT) : name);
    for (int count = random.nextInt(3); count > 0; count--) {
      page.append(' ').append(any(random.nextInt(60) < oddity ? ODD : ATTRIBUTES, random));
    }
    page.append(random.nextInt(60) == 0 ? " />" : ">");
    if (!EMPTY.contains(name)) {
      open.push(name);
    }
  }

  private static String fitting(String around, String name, Random random) {
    return switch (random.nextInt(4) == 0 ? "" : around) {
      case "table" -> random.nextBoolean() ? "tr" : "tbody";
      case "thead", "tbody", "tfoot" -> "tr";
      case "tr" -> random.nextBoolean() ? "td" : "th";
      case "ul", "ol" -> "li";
      case "dl" -> random.nextBoolean() ? "dt" : "dd";
      case "ruby" -> random.nextBoolean() ? "rt" : "rp";
      default -> name;
    };
  }

  private static void close(StringBuilder page, Deque<String> open, Random random, int oddity) {
    if (!open.isEmpty()) {
      boolean other = random.nextInt(60) < oddity;
      page.append("</").append(other ? any(ELEMENTS, random) : open.pop()).append('>');
    }
  }

  private static List<String> split(String names) {
    return List.of(names.split(" "));
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
