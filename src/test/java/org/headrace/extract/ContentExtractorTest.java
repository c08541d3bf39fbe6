package org.headrace.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.headrace.model.Extracted;
import org.headrace.model.PageKind;
import org.junit.jupiter.api.Test;

class ContentExtractorTest {
  private static final String MAGAZINE =
      """
      <!DOCTYPE html><html lang="en-US"><head><title>Five gardens that drink rain - Green Corner</title>
      <meta property="og:site_name" content="Green Corner"></head>
      <body class="post-template-default single single-post"><div id="wrapper">
      <header id="theme-header"><div class="logo"><a href="/">Green Corner</a></div>
      <nav id="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/soil">Soil</a></li></ul></nav></header>
      <div id="main-content" class="container"><div class="content">
      <nav id="crumbs"><a href="/">Home</a> / <a href="/gardens">Gardens</a> / Five gardens that drink rain</nav>
      <article class="post-listing post-77 post type-post status-publish category-gardens tag-rain"><div class="post-inner">
      <h1 class="name post-title entry-title">Five gardens that drink rain</h1>
      <p class="post-meta">May 4, 2016 <a href="/gardens">Gardens</a> <a href="#comments">Leave a comment</a> 1,204 Views</p>
      <div class="entry">
      <div class="share-post"><span class="share-text">Share</span><ul><li><a href="#">Facebook</a></li><li><a href="#">Twitter</a></li></ul></div>
      <p><strong>Five gardens that drink rain</strong></p>
      <p>Rain that falls on a roof runs away within minutes, and with it goes the water a garden needs in August.</p>
      <p>Five owners on Mill Street dug shallow beds below their gutters, filled them with sand and planted reeds.</p>
      <p>The first summer was a trial: two beds silted up, one drowned, and the neighbours shook their heads.</p>
      <p>By the third year the reeds stood taller than a man, and the cellar of number nine was dry for once.</p>
      <p>What did it cost? Forty hours of digging, says Jon Vale, and rather less money than a new pump.</p>
      <p>The town now lends out spades, which may be the cheapest flood defence that it has ever bought.</p>
      <div class="share-post"><span class="share-text">Share</span></div>
      </div>
      <p class="post-tag">Tags <a href="/tag/rain">rain</a> <a href="/tag/reeds">reeds</a></p></div></article>
      <section id="check-also-box" class="post-listing"><a href="#" id="check-also-close">x</a>
      <div class="block-head"><h3>Check Also</h3></div>
      <div class="check-also-post"><div class="post-thumbnail"><a href="/worms"><img src="/w.jpg"></a></div>
      <h2 class="post-title"><a href="/worms">Worms at work in winter</a></h2>
      <p>Beneath the frost the earthworms keep their tunnels open, and a handful of leaves is all they ask for &hellip;</p></div></section>
      <div class="e3lan"><h4>Advertisements</h4></div>
      <div id="comments"><div id="respond" class="comment-respond"><h3 id="reply-title">Leave a Reply</h3>
      <form action="/post" method="post"><p class="comment-notes">Your email address will not be published. Required fields are marked *</p>
      <p><label>Name</label><input name="n"></p><p><input type="submit" value="Post Comment"></p></form></div></div>
      </div></div></div></body></html>
      """;

  @Test
  void an_old_magazine_page_yields_its_six_paragraphs_and_nothing_else() {
    List<String> lines = Pages.read(MAGAZINE).text().lines().toList();
    assertEquals(6, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("Rain that falls"));
    assertTrue(lines.get(5).endsWith("ever bought."));
  }

  @Test
  void its_headline_is_free_of_the_site_name() {
    Extracted found = Pages.read(MAGAZINE);
    assertEquals("Five gardens that drink rain", found.title());
    assertEquals("Green Corner", found.siteName());
    assertEquals("en-US", found.language());
    assertEquals("2016-05-04", found.published().orElseThrow().toLocalDate().toString());
  }

  @Test
  void structure_stays_in_the_html_and_blocks_are_never_glued_in_the_text() {
    Extracted found =
        Pages.story(
            "",
            "",
            "<div class=story-text><h2>What comes next</h2><ul><li>Tenders in May, if the town agrees</li>"
                + "<li>Digging in the autumn</li></ul><blockquote>A bridge is a promise, and promises want"
                + " <em>care</em>, as my father used to say.</blockquote><pre>a = 1\nb = 2</pre>"
                + "<p>Until then the ferry runs every ten minutes, from five in the morning to midnight, and"
                + " takes bicycles free of charge.</p></div>");
    assertTrue(found.html().contains("<h2>What comes next</h2>"), found::html);
    assertTrue(found.html().contains("<li>Digging in the autumn</li>"), found::html);
    assertTrue(found.html().contains("want <em>care</em>, as"), found::html);
    assertTrue(found.text().contains("\nWhat comes next\nTenders in May"), found::text);
    assertTrue(found.text().contains("\nDigging in the autumn\n"), found::text);
    assertTrue(found.text().contains("a = 1\nb = 2"), found::text);
  }

  @Test
  void prompts_between_paragraphs_are_left_out() {
    Extracted found =
        Pages.story(
            "",
            "",
            "<p><strong>Read more:</strong> <a href=/x>Ferries of the north, a history</a></p>"
                + "<p>Sign up for our newsletter</p><p>Advertisement</p>"
                + "<p>The harbour master expects queues in the first week, but says that people will soon find"
                + " other ways, as they did in the winter of the great storm.</p>");
    assertEquals(4, found.text().lines().count(), found::text);
  }

  @Test
  void a_figure_keeps_picture_and_caption_in_the_html_and_neither_in_the_text() {
    Extracted found =
        Pages.story(
            "",
            "",
            "<figure><img src='data:image/gif;base64,R0' data-src='/img/pier.jpg' alt='A pier'>"
                + "<figcaption>The cracked pier in March</figcaption></figure>"
                + "<p>Divers went down in March and came back with pictures that left little room for doubt,"
                + " said the report, which the town keeps on its web site.</p>");
    assertTrue(found.html().contains("<img src=\"/img/pier.jpg\" alt=\"A pier\">"), found::html);
    assertTrue(found.html().contains("The cracked pier in March"), found::html);
    assertFalse(found.text().contains("cracked pier"), found::text);
  }

  @Test
  void a_body_split_by_an_advert_is_joined() {
    Extracted found =
        Pages.story(
            "",
            "",
            "<div class=ad-slot><a href=/buy>Buy a boat</a></div><div class=story-text><p>In the old town few"
                + " people mourn. The bridge was loud, they say, and the trains that crossed it at night, long"
                + " ago, were louder still.</p></div>");
    assertEquals(4, found.text().lines().count(), found::text);
  }

  @Test
  void text_without_paragraph_marks_is_split_at_double_breaks() {
    String text = Pages.STORY.replace("<p>", "").replace("</p>", "<br><br>");
    Extracted found = Pages.read("<body><h1>Old bridge</h1><div>" + text + "</div>");
    assertEquals(3, found.text().lines().count(), found::text);
    assertTrue(found.html().startsWith("<p>The old bridge"), found::html);
  }

  @Test
  void a_script_without_spaces_is_read_as_prose() {
    String next = "市議会は六月に費用を採決する予定で、三つの案のうち最も安いものは千百万、自転車用のトンネルを含む案はその倍近くになる。";
    String sentence = "港にかかる古い橋は月曜日に閉鎖されると町が発表した。技師が二本の橋脚にひびを見つけたためで、新しい橋ができるまで船が人を運ぶ。";
    Extracted found =
        Pages.read(
            "<html lang=ja><body><nav><ul><li><a href=/a>ニュース</a><li><a href=/b>天気</a></ul></nav><div><p>"
                + sentence
                + "</p><p>"
                + next
                + "</p></div>");
    assertEquals(PageKind.ARTICLE, found.kind());
    assertEquals(2, found.text().lines().count(), found::text);
  }

  @Test
  void a_paragraph_that_the_page_repeats_is_given_once() {
    String again = Pages.STORY.substring(0, Pages.STORY.indexOf("</p>") + 4);
    Extracted found = Pages.story("", "", "<div class=story-mobile>" + again + "</div>");
    assertEquals(3, found.text().lines().count(), found::text);
  }

  @Test
  void short_lines_far_down_a_long_story_stay() {
    StringBuilder story = new StringBuilder();
    for (int i = 0; i < 160; i++) {
      story.append("<p>\"I have counted ").append(i).append(" gulls on that pier, sir.\"</p>");
    }
    Extracted found =
        Pages.read(
            "<body><h1>Gulls</h1><article>" + Pages.STORY + story + Pages.STORY + "</article>");
    assertTrue(found.text().contains("counted 40 gulls"), found::text);
    assertTrue(found.text().contains("counted 159 gulls"), found::text);
  }

  @Test
  void pictures_come_from_between_the_text_not_from_what_is_hidden_or_around() {
    String picture =
        "<figure><img src=/pier.jpg width=640><figcaption>The pier</figcaption></figure>";
    Extracted found =
        Pages.read(
            "<body><h1>Old bridge</h1><article>"
                + Pages.STORY.replace(
                    "<p>The council",
                    "<div hidden><img src=/hidden.jpg width=640></div><p><span style='display:none'>"
                        + "<img src=/pixel.jpg width=640></span></p><div class=newsletter-signup>"
                        + "<img src=/letter.jpg width=640><p>Sign up for our newsletter</p></div>"
                        + picture
                        + "<p>The council")
                + "</article>");
    assertTrue(found.html().contains("/pier.jpg"), found::html);
    assertTrue(found.html().contains("<figcaption>The pier"), found::html);
    assertTrue(found.html().contains("nearly twice as much"), found::html);
    assertFalse(found.html().contains("/hidden.jpg"), found::html);
    assertFalse(found.html().contains("/pixel.jpg"), found::html);
    assertFalse(found.html().contains("/letter.jpg"), found::html);
  }

  @Test
  void text_that_only_scripts_would_show_is_found_in_them() {
    String carried = Pages.STORY.replace("\n", " ").replace("\"", "\\\"").replace("<", "\\u003c");
    Extracted found =
        Pages.read(
            "<html><body><h1>Old bridge</h1><div id=app></div><script>run({\"theme\":\"light\",\"body\":\""
                + (carried
                    + "\\u003cp>"
                    + "The ferry takes bicycles, dogs and prams. ".repeat(12)
                    + "\\u003c/p>")
                + "\"})</script>");
    assertEquals(PageKind.ARTICLE, found.kind());
    assertTrue(found.text().startsWith("The old bridge over the harbour"), found::text);
    assertTrue(found.text().contains("\n\"We have known for years"), found::text);
  }

  @Test
  void how_a_word_is_read_is_not_part_of_the_text() {
    Extracted found =
        Pages.story(
            "",
            "",
            "<div class=story-text><p>The sign on the pier says <ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>,"
                + " which means harbour, and every sailor on this coast, old or young, can read it.</p></div>");
    assertTrue(found.text().contains("says 港, which"), found::text);
    assertTrue(found.html().contains("<rt>みなと</rt>"), found::html);
  }

  @Test
  void the_text_stated_for_machines_stands_in_where_the_page_shows_none() {
    String text = "The old bridge will close on Monday, the town said. ".repeat(12);
    Extracted found =
        Pages.read(
            "<head><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Old bridge\","
                + "\"articleBody\":\""
                + text
                + "\"}</script></head><body><div id=app></div>");
    assertEquals(PageKind.ARTICLE, found.kind());
    assertTrue(found.text().startsWith("The old bridge will close"), found::text);
  }

  @Test
  void an_arrow_back_to_the_text_is_no_part_of_a_note_and_the_note_stays() {
    Extracted found =
        Pages.story(
            "",
            "",
            "<div class=story-text><p>The tunnel would be the longest of the county.<sup><a"
                + " href='#fn:1'>1</a></sup> It would also be the only one, and the town has no use"
                + " for records, says Ada Holm.</p><section class=footnotes><ol><li"
                + " id='fn:1'><p>The one at the mill is longer, but nobody has ever seen both ends"
                + " of it. <a href='#fnref:1'>\u21a9</a></p></li></ol></section></div>");
    assertTrue(found.text().endsWith("ever seen both ends of it."), found::text);
    assertFalse(found.html().contains("\u21a9"), found::html);
  }

  @Test
  void what_a_release_says_of_its_sender_is_left_out() {
    Extracted found =
        Pages.story(
            "<title>Holm Works builds a bridge</title>",
            "",
            "<div><h3>About Holm Works</h3><p>Holm Works has built bridges since 1911, has four"
                + " hundred people in two towns, and was named the best employer of the"
                + " coast.</p><h3>Media contact</h3><p>Ina Moss, press@holm.example, who answers"
                + " within a day.</p></div>");
    assertEquals(3, found.text().lines().count(), found::text);
  }

  @Test
  void the_sign_of_a_desk_is_no_line_of_the_article() {
    Extracted found = Pages.story("", "", "<div class=story-text><p>hp/ah</p></div>");
    assertEquals(3, found.text().lines().count(), found::text);
  }

  @Test
  void joiners_stay_which_shape_letters() {
    Extracted found =
        Pages.story(
            "",
            "",
            "<div class=story-text><p>On the sign stands"
                + " \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645, which the painter had never"
                + " written be\u200bfore, and which he had to paint over twice.</p></div>");
    assertTrue(found.text().contains("\u0645\u06cc\u200c\u062e"), found::text);
    assertTrue(found.text().contains("written before"), found::text);
  }

  @Test
  void a_part_of_a_page_that_was_sent_late_is_read_in_its_place() {
    Extracted found =
        Pages.read(
            "<html><body><main><h1>Old bridge closes</h1><!--$?--><template id='B:a'></template>"
                + "<p>Loading...</p><!--/$--></main><div hidden id='S:a'>"
                + Pages.STORY
                + "</div></body></html>");
    assertEquals(3, found.text().lines().count(), found::text);
    assertFalse(found.html().contains("Loading"), found::html);
  }

  private static final String FERRY =
      "<p>Until then the ferry runs every ten minutes, from five in the morning to midnight, and it takes"
          + " bicycles free of charge, which the town has promised to keep up for as long as the bridge is"
          + " closed. The harbour master expects queues in the first week, and fewer of them after that.</p>";

  @Test
  void a_part_that_a_reader_unfolds_is_read() {
    Extracted found =
        Pages.story(
            "",
            "",
            "<div class=story-text><h3 id=h1><button aria-controls=p1>Is there a ferry?</button></h3>"
                + "<div id=p1 role=region aria-labelledby=h1 style='display:none'>"
                + FERRY
                + "</div></div>");
    assertTrue(found.text().contains("Until then the ferry"), found::text);
  }

  @Test
  void a_chapter_may_bear_the_name_of_a_table_of_contents() {
    Extracted found =
        Pages.story("", "", "<section class=toc-chapter><h2>The ferry</h2>" + FERRY + "</section>");
    assertTrue(found.text().contains("Until then the ferry"), found::text);
  }

  @Test
  void a_heading_that_links_to_itself_stays() {
    Extracted found =
        Pages.story(
            "",
            "",
            "<div class=story-text><h2 id=ferry><a href='#ferry'>How to cross until then</a></h2>"
                + FERRY
                + "</div>");
    assertTrue(found.text().contains("\nHow to cross until then\nUntil then"), found::text);
  }
}
