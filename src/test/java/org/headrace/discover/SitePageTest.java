package org.headrace.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.headrace.discover.Candidate.Scope;
import org.headrace.model.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitePageTest {

  @Test
  void a_page_states_its_feeds_in_its_head() {
    assertEquals(
        List.of("https://paper.example/feed.atom"),
        addresses(
            page("""
                    <head><link rel="alternate" type="application/atom+xml" href="/feed.atom">
                    <link rel="alternate" hreflang="de" href="/de/"></head>
                    """)
                .stated()));
  }

  @Test
  void feeds_of_comments_and_of_parts_are_told_from_those_of_the_site() {
    List<Candidate> stated =
        page("""
                <link rel="alternate" type="application/rss+xml" href="/comments/feed/">
                <link rel="alternate" type="application/rss+xml" href="/category/sport/feed/">
                <link rel="alternate" type="application/rss+xml" href="/feed/">
                """)
            .stated();

    assertEquals(
        List.of(Scope.COMMENTS, Scope.PART, Scope.SITE),
        stated.stream().map(Candidate::scope).toList());
  }

  @Test
  void links_for_people_are_taken_by_address_and_by_words() {
    assertEquals(
        List.of("https://paper.example/news/rss.xml", "https://paper.example/abo"),
        addresses(
            page("""
                    <p><a href='/abo'><img alt='RSS'></a> <a href='news/rss.xml'>Follow</a>
                    <a href='/feedback'>Write to us</a> <a href='https://other.example/feed'>Other</a>
                    """)
                .shown()));
  }

  @Test
  void a_page_without_feeds_names_none() {
    SitePage page = page("<p>Nothing here. <a href='javascript:feed()'>feed</a></p>");

    assertEquals(List.of(), page.stated());
    assertEquals(List.of(), page.shown());
    assertEquals(List.of(), page.usual());
  }

  @Test
  void the_marks_of_a_system_tell_where_its_feed_is() {
    assertEquals(
        List.of("https://paper.example/feeds/posts/default"),
        addresses(page("<meta name='generator' content='Blogger'>").usual()));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.youtube.com/channel/UCabc123/videos,"
        + " https://www.youtube.com/feeds/videos.xml?channel_id=UCabc123",
    "https://www.youtube.com/playlist?si=x&list=PLxyz,"
        + " https://www.youtube.com/feeds/videos.xml?playlist_id=PLxyz",
    "https://old.reddit.com/r/canals/, https://www.reddit.com/r/canals/.rss",
    "https://github.com/anna/lathe/issues, https://github.com/anna/lathe/releases.atom",
    "https://gitlab.com/anna/lathe, https://gitlab.com/anna/lathe/-/tags?format=atom",
    "https://medium.com/@anna/on-lathes-1a2b, https://medium.com/feed/@anna",
    "https://superuser.stackexchange.com/questions/tagged/rss,"
        + " https://superuser.stackexchange.com/feeds/tag/rss",
    "https://arxiv.org/list/cs.DL/recent, https://rss.arxiv.org/rss/cs.DL",
  })
  void known_sites_keep_their_feeds_at_known_places(URI page, String feed) {
    assertEquals(feed, SitePage.known(page).getFirst().address().toString());
  }

  @Test
  void a_page_behind_a_friendly_name_is_known_by_its_own_address() {
    String html = "<link rel='canonical' href='https://www.youtube.com/channel/UCabc123'>";
    Page page =
        Page.of(
            URI.create("https://www.youtube.com/@anna"),
            "text/html",
            html.getBytes(StandardCharsets.UTF_8));

    assertEquals(
        List.of("https://www.youtube.com/feeds/videos.xml?channel_id=UCabc123"),
        addresses(SitePage.of(page).known()));
  }

  @Test
  void of_a_page_full_of_links_only_some_are_candidates() {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      links.append("<a href=/feed/").append(i).append(">x</a><a href=/p").append(i);
      links.append(">RSS</a><link rel=feed href=/l").append(i).append(">");
    }
    SitePage page = page(links.toString());

    assertEquals(50, page.shown().size());
    assertEquals(50, page.stated().size());
  }

  @Test
  void robots_txt_names_the_sitemaps() {
    Page robots =
        Page.of(
            URI.create("https://paper.example/robots.txt"),
            "text/plain",
            "User-agent: *\nDisallow: /a\nsitemap:  /news.xml\n\nSitemap: https://x.example/s.gz"
                .getBytes(StandardCharsets.UTF_8));

    assertEquals(
        List.of(URI.create("https://paper.example/news.xml"), URI.create("https://x.example/s.gz")),
        SitePage.sitemaps(robots));
  }

  @Test
  void nothing_is_known_of_other_sites() {
    assertEquals(List.of(), SitePage.known(URI.create("https://paper.example/channel/UCabc123")));
  }

  private static SitePage page(String html) {
    return SitePage.of(
        Page.of(
            URI.create("https://paper.example/"),
            "text/html",
            html.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> addresses(List<Candidate> candidates) {
    return candidates.stream().map(candidate -> candidate.address().toString()).toList();
  }
}
