package org.headrace.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoPagesTest {
  private static final Instant PRESS_DAY = Instant.parse("2026-03-02T12:00:00Z");

  private static DemoPress press;

  @BeforeAll
  static void start() throws Exception {
    press = DemoPress.start(0, PRESS_DAY);
  }

  @AfterAll
  static void stop() {
    press.close();
  }

  @Test
  void every_article_stands_whole_on_its_page() throws Exception {
    int pages = 0;
    for (Paper paper : Paper.all(PRESS_DAY)) {
      for (Manuscript article : paper.articles()) {
        for (int page = 1; page <= article.pages(); page++) {
          pages++;
          assertStandsWhole(paper, article, page);
        }
      }
    }
    assertTrue(pages >= 44, "only " + pages);
  }

  private static void assertStandsWhole(Paper paper, Manuscript article, int page)
      throws Exception {
    URI home = outlet(paper.key()).home();
    String text = Reader.page(home.resolve(paper.path(article, page))).text();
    for (Block block : article.blocks(Edition.FIRST)) {
      boolean here = block.page() == page && !article.wall();
      assertEquals(here, text.contains(block.text()), article.slug() + ": " + block.text());
    }
  }

  @Test
  void articles_are_from_the_last_36_hours() {
    Set<Instant> times = new HashSet<>();
    for (Paper paper : Paper.all(PRESS_DAY)) {
      for (Manuscript article : paper.articles()) {
        Duration age = Duration.between(article.published(), PRESS_DAY);
        assertTrue(age.isPositive() && age.compareTo(Duration.ofHours(36)) <= 0, article.slug());
        assertTrue(times.add(article.published()), article.slug() + " came out with another");
      }
    }
  }

  @Test
  void front_pages_lead_to_feed_and_articles() throws Exception {
    for (Outlet outlet : press.outlets()) {
      Document front = Reader.page(outlet.home());
      Element link = front.selectFirst("link[rel=alternate]");
      assertEquals(outlet.feed().toString(), link.attr("href"));
      assertEquals(outlet.pages().getFirst().toString(), front.select("h2 a").attr("href"));
    }
  }

  @Test
  void pictures_are_large_enough_to_lead_a_story() throws Exception {
    Set<String> seen = new HashSet<>();
    for (Outlet outlet : press.outlets()) {
      for (URI page : outlet.pages()) {
        for (Element image : Reader.page(page).select("meta[property=og:image]")) {
          seen.add(image.attr("content"));
        }
      }
    }
    assertTrue(seen.size() >= 20, "only " + seen.size());
    for (String address : seen) {
      HttpResponse<byte[]> picture = Reader.get(URI.create(address));
      assertEquals("image/png", Reader.header(picture, "Content-Type"));
      var image = ImageIO.read(new ByteArrayInputStream(picture.body()));
      assertTrue(image.getWidth() >= 640 && image.getHeight() >= 360, address);
    }
  }

  @Test
  void the_magazine_page_repeats_its_headline_and_is_full_of_furniture() throws Exception {
    Expected.Whole magazine = press.expected().magazine();
    Document page = Reader.page(page("saltmarsh", "the-man-who-tunes-foghorns"));
    assertEquals(6, magazine.paragraphs().size());
    assertEquals(magazine.headline(), page.select("#crumbs .current").text());
    assertEquals(magazine.headline(), page.select("h1").text());
    assertEquals(magazine.headline(), page.select(".entry h2").text());
    for (String furniture :
        List.of(
            "Check also",
            "Advertisements",
            "Leave a reply",
            "Your email address will not be published")) {
      assertTrue(page.text().contains(furniture), furniture);
    }
  }

  @Test
  void one_story_stands_in_three_outlets_in_different_words() {
    Expected.Story shared = press.expected().shared();
    assertEquals(
        List.of("Northreach Today", "Oakhollow Courier", "Meridian Wire"), shared.outlets());
    assertEquals(3, Set.copyOf(shared.titles()).size());
  }

  @Test
  void look_alikes_are_stories_of_their_own() {
    Expected expected = press.expected();
    long weather = expected.titles().stream().filter(title -> title.contains("weather")).count();
    long matches = expected.titles().stream().filter(title -> title.contains("Gannets")).count();
    assertEquals(2, weather);
    assertEquals(2, matches);
    assertEquals(expected.count(), Set.copyOf(expected.titles()).size());
    assertEquals(45, expected.count());
  }

  @Test
  void the_walled_page_shows_consent_text_only() throws Exception {
    Expected.Walled walled = press.expected().walled();
    Document page = Reader.page(page("seetal", "seeputz-mit-tauchern"));
    assertTrue(page.text().contains("Alle akzeptieren"));
    assertFalse(page.text().contains(walled.headline()));
    assertFalse(page.text().contains("elf Tonnen"));
  }

  @Test
  void three_pages_are_linked_in_a_row() throws Exception {
    Expected.MultiPage expected = press.expected().multiPage();
    URI first = page("lodestar", "the-island-that-counts-itself");
    for (int number = 1; number <= 3; number++) {
      URI address = number == 1 ? first : first.resolve(number + "/");
      Document page = Reader.page(address);
      String text = page.select(".prose").text();
      assertTrue(text.startsWith(expected.firsts().get(number - 1)));
      assertTrue(text.endsWith(expected.lasts().get(number - 1)));
      assertEquals(3, page.select(".pagination .page-numbers:not(.next)").size());
      assertEquals(
          number < 3 ? first.resolve((number + 1) + "/").toString() : "",
          page.select("head link[rel=next]").attr("href"));
    }
  }

  @Test
  void the_same_press_day_gives_the_same_pages() throws Exception {
    try (DemoPress other = DemoPress.start(0, PRESS_DAY)) {
      for (int i = 0; i < press.outlets().size(); i++) {
        String one = Reader.page(press.outlets().get(i).pages().getFirst()).text();
        String same = Reader.page(other.outlets().get(i).pages().getFirst()).text();
        assertEquals(one, same);
      }
    }
  }

  private static Outlet outlet(String key) {
    return press.outlets().stream()
        .filter(outlet -> outlet.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static URI page(String outlet, String slug) {
    return outlet(outlet).pages().stream()
        .filter(page -> page.getPath().contains(slug))
        .findFirst()
        .orElseThrow();
  }
}
