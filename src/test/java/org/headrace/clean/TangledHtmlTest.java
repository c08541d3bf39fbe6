package org.headrace.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markup put together by chance, from all elements that parsers treat in ways of their own. */
class TangledHtmlTest {
  private static final URI BASE = URI.create("https://paper.example/2026/story");
  private static final int PAGES = 1_500;

  private static final List<String> ELEMENTS =
      List.of(
          ("p div span a b i em strong u s small mark code pre h1 h2 h3 ul ol li dl dt dd table caption"
                  + " colgroup col thead tbody tfoot tr td th figure figcaption picture source img video"
                  + " audio track iframe blockquote q cite details summary ruby rt rp rb section article"
                  + " header footer address hr br wbr form fieldset label button select option textarea"
                  + " noscript template svg math title desc foreignObject mi mtext style script font"
                  + " center nobr marquee object main nav custom-card sub abbr time")
              .split(" "));

  private static final List<String> ATTRIBUTES =
      List.of(
          "id=x",
          "id=y",
          "name=x",
          "href=#x",
          "href='#y'",
          "href=/a?utm_source=b",
          "src=/a.png",
          "src=''",
          "data-src=/b.png",
          "srcset='/a.png 1x, /b.png 2x'",
          "class=language-java",
          "data-lang=c",
          "lang=en",
          "dir=rtl",
          "width=1",
          "width=20",
          "alt=''",
          "open",
          "colspan=2",
          "poster=/p.png",
          "src=https://www.youtube.com/embed/x",
          "title='a<b&quot;'",
          "onclick=x",
          "style='display:none'");

  private static final List<String> WORDS =
      List.of(
          "word",
          " ",
          "\n",
          "&nbsp;",
          "a &lt; b",
          "&amp;amp;",
          "é",
          "\u0001",
          "&#13;",
          "\n\n",
          "<!-- c -->",
          "]]>");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void comes_out_the_same_when_cleaned_again(long seed) {
    Random random = new Random(seed);
    for (int page = 0; page < PAGES; page++) {
      String tangled = page(random);
      String once = HtmlCleaner.clean(tangled, BASE).value();
      assertEquals(once, HtmlCleaner.clean(once, BASE).value(), tangled);
      assertTrue(
          Jsoup.parse(once).select("[onclick], [style], script, svg, form").isEmpty(), tangled);
    }
  }

  private static String page(Random random) {
    StringBuilder page = new StringBuilder();
    for (int tokens = 3 + random.nextInt(25); tokens > 0; tokens--) {
      switch (random.nextInt(5)) {
        case 0, 1 -> open(page, random);
        case 2 -> page.append("</").append(any(ELEMENTS, random)).append('>');
        default -> page.append(any(WORDS, random));
      }
    }
    return page.toString();
  }

  private static void open(StringBuilder page, Random random) {
    page.append('<').append(any(ELEMENTS, random));
    for (int count = random.nextInt(3); count > 0; count--) {
      page.append(' ').append(any(ATTRIBUTES, random));
    }
    page.append('>');
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
