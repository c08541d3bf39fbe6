package org.headrace.publish;

import static org.headrace.publish.FeedDocument.ATOM;
import static org.headrace.publish.FeedDocument.CONTENT;
import static org.headrace.publish.FeedDocument.DC;
import static org.headrace.publish.FeedDocument.MEDIA;
import static org.headrace.publish.FeedDocument.all;
import static org.headrace.publish.FeedDocument.one;
import static org.headrace.publish.FeedDocument.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.headrace.model.Enclosure;
import org.headrace.model.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormatsTest {
  private static final Instant NOON = Instant.parse("2025-11-03T12:00:00Z");
  private static final URI ADDRESS = URI.create("https://morning.example/news/");
  private static final Publication MORNING =
      Samples.morning(ADDRESS, "", "https://pictures.example/");

  @Test
  void all_formats_tell_the_same_stories_under_the_same_ids() throws Exception {
    List<String> atom =
        all(FeedDocument.read(MORNING, "/feed.atom"), ATOM, "entry").stream()
            .map(entry -> text(entry, "id"))
            .toList();
    List<String> rss = items(MORNING).stream().map(item -> text(item, "guid")).toList();
    List<String> json = new ArrayList<>();
    json(MORNING).get("items").forEach(item -> json.add(item.get("id").asString()));
    assertEquals(30, atom.size());
    assertEquals(atom, rss);
    assertEquals(atom, json);
  }

  @Test
  void each_feed_knows_its_own_address_and_its_page() throws Exception {
    Element atom = FeedDocument.read(MORNING, "/feed.atom");
    assertEquals("https://morning.example/news/feed.atom", link(atom, "self"));
    assertEquals("https://morning.example/news/", link(atom, "alternate"));
    Element channel = one(FeedDocument.read(MORNING, "/feed.rss"), "channel");
    assertEquals(
        "https://morning.example/news/feed.rss",
        all(channel, ATOM, "link").get(0).getAttribute("href"));
    assertEquals(
        "https://morning.example/news/feed.json", json(MORNING).get("feed_url").asString());
    Publication topic =
        Samples.morning(ADDRESS, TopicPath.of("Local"), "https://pictures.example/");
    assertEquals(
        "https://morning.example/news/topic/local.atom",
        link(FeedDocument.read(topic, "/topic/local.atom"), "self"));
  }

  @Test
  void newest_comes_first_whatever_the_order_given() {
    List<Story> turned = new ArrayList<>(MORNING.stories());
    Collections.reverse(turned);
    Publication other =
        new Publication(
            MORNING.title(),
            MORNING.address(),
            "",
            turned,
            MORNING.sources(),
            MORNING.topics(),
            MORNING.generator());
    Editions same = new Editions();
    same.swap(OutputWriter.editions(other));
    for (Edition edition : OutputWriter.editions(MORNING)) {
      assertArrayEquals(edition.plain(), same.find(edition.path()).orElseThrow().plain());
    }
  }

  @Test
  void no_two_entries_share_their_time_and_none_moves_when_others_go() throws Exception {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      stories.add(Samples.plain(i, "Title " + i, NOON));
    }
    Element feed = FeedDocument.read(Samples.of(stories.toArray(Story[]::new)), "/feed.atom");
    List<String> times = all(feed, ATOM, "entry").stream().map(e -> text(e, "updated")).toList();
    assertEquals(300, new HashSet<>(times).size());
    assertTrue(times.stream().allMatch(time -> time.startsWith("2025-11-03T12:00:0")));
    assertEquals(Collections.max(times), text(feed, "updated"));
    Element alone = FeedDocument.read(Samples.of(Samples.plain(7, "Title 7", NOON)), "/feed.atom");
    Element pair =
        FeedDocument.read(
            Samples.of(Samples.plain(7, "Title 7", NOON), Samples.plain(8, "8", NOON)),
            "/feed.atom");
    assertEquals(
        text(one(alone, "entry"), "updated"),
        all(pair, ATOM, "entry").stream()
            .filter(entry -> text(entry, "title").equals("Title 7"))
            .map(entry -> text(entry, "updated"))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void whatever_stands_in_a_text_the_documents_can_be_read() throws Exception {
    String bad = "a\u0000b\u0008 ]]> \uD800 & <b>bold</b> \uFFFE\r\n\u0085 \uD83D\uDE00";
    Story story = Samples.plain(1, bad, NOON);
    StoryChange change =
        StoryChange.of(story.face()).authors(bad).content("<p>x\u0001 ]]&gt; ]]> \uDC00</p>", bad);
    Publication publication = Samples.of(StoryChange.in(story, change));
    Element entry = one(FeedDocument.read(publication, "/feed.atom"), "entry");
    assertEquals("html", one(entry, "title").getAttribute("type"));
    assertTrue(text(entry, "content").contains("<p>x ]]&gt; ]]> \uFFFD</p>"));
    String creator = all(items(publication).get(0), DC, "creator").get(0).getTextContent();
    assertEquals("ab ]]> \uFFFD & <b>bold</b> \uD83D\uDE00", creator);
    assertEquals(creator, json(publication).get("items").get(0).get("title").asString());
    String page = page(publication, "/story/1");
    assertTrue(page.contains("&lt;b>bold") || page.contains("&lt;b&gt;bold"), "escaped");
    assertFalse(page.contains("<b>bold"));
  }

  @Test
  void a_title_that_speaks_of_tags_is_marked_as_html() throws Exception {
    Publication publication = Samples.of(Samples.plain(1, "Why <video> stutters & 1 < 2", NOON));
    Element title = one(one(FeedDocument.read(publication, "/feed.atom"), "entry"), "title");
    assertEquals("html", title.getAttribute("type"));
    assertEquals("Why &lt;video&gt; stutters &amp; 1 &lt; 2", title.getTextContent());
    Publication harmless = Samples.of(Samples.plain(1, "Salt & heat: 1 < 2", NOON));
    assertEquals("Salt & heat: 1 < 2", text(items(harmless).get(0), "title"));
  }

  @Test
  void only_web_addresses_are_published() throws Exception {
    Story story = Samples.plain(42, "Title", NOON);
    StoryChange change =
        StoryChange.of(story.face())
            .link(Optional.of(URI.create("javascript:alert(1)")))
            .image("file:///etc/passwd")
            .enclosures(new Enclosure("data:text/html,x", "text/html", OptionalLong.empty()));
    Publication publication = Samples.of(StoryChange.in(story, change));
    for (Edition edition : OutputWriter.editions(publication)) {
      String text = new String(edition.plain(), StandardCharsets.UTF_8);
      assertFalse(text.contains("javascript:"), edition.path());
      assertFalse(text.contains("file:"), edition.path());
      assertFalse(text.contains("data:"), edition.path());
    }
    assertEquals("http://localhost:8080/story/42", text(items(publication).get(0), "link"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript: alert(1)",
        "\u00A0vbscript:x",
        "data:text/html,x",
        "feed:javascript:alert(1)"
      })
  void no_text_can_be_taken_for_an_address_that_runs(String text) throws Exception {
    Story story = Samples.plain(1, text, NOON);
    StoryChange change = StoryChange.of(story.face()).authors(text).content(text, text);
    Publication publication = Samples.of(StoryChange.in(story, change));
    Element entry = one(FeedDocument.read(publication, "/feed.atom"), "entry");
    Element item = items(publication).get(0);
    for (String told :
        List.of(
            text(entry, "title"),
            text(entry, "content"),
            text(one(entry, "author"), "name"),
            text(item, "title"))) {
      assertTrue(told.startsWith("\u2060"), told);
      assertTrue(told.contains(text.strip()), told);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Data: what a river tells", "Live: the vote", "tag:", "mailto:us", "10:2"})
  void a_headline_with_a_colon_is_left_as_it_is(String title) throws Exception {
    Publication publication = Samples.of(Samples.plain(1, title, NOON));
    assertEquals(title, text(items(publication).get(0), "title"));
  }

  @Test
  void a_lead_image_is_shown_once() throws Exception {
    String image = "https://valley.example/i/wheel-1200x800.jpg?v=1&w=2";
    assertEquals(1, pictures("<p>Text</p>", image));
    assertEquals(1, pictures("<img src=\"https://valley.example/i/wheel.jpg\"><p>Text</p>", image));
    assertEquals(
        1,
        pictures(
            "<img src=\"https://valley.example/i/wheel-1200x800.jpg?v=1&amp;w=2\"><p>T</p>",
            image));
    assertEquals(2, pictures("<img src=\"https://valley.example/i/wheels.jpg\"><p>T</p>", image));
  }

  @Test
  void the_small_line_names_source_author_minutes_and_other_sources() throws Exception {
    Element entry = all(FeedDocument.read(MORNING, "/feed.atom"), ATOM, "entry").get(1);
    String content = text(entry, "content");
    String line = content.substring(content.lastIndexOf("<p><small>"));
    assertTrue(line.startsWith("<p><small><a href=\"https://feeds.lantern.example/101\">The Lan"));
    assertTrue(line.contains("</a> · Ida Morgenrot · 1 min to read · also in: <a href="), line);
    assertTrue(line.contains(">Harbour Post</a>, <a href="), line);
  }

  @Test
  void an_entry_names_where_it_was_taken_from() throws Exception {
    Element entry = all(FeedDocument.read(MORNING, "/feed.atom"), ATOM, "entry").get(0);
    Element source = one(entry, "source");
    assertEquals("https://www.harbourpost.example/rss", text(source, "id"));
    assertEquals("Harbour Post", text(source, "title"));
    assertEquals("https://www.harbourpost.example/", link(source, "alternate"));
    assertEquals("Harbour Post", text(one(entry, "author"), "name"));
    JsonNode own = json(MORNING).get("items").get(0).get("_headrace");
    assertEquals("Harbour Post", own.get("source").get("name").asString());
    assertEquals(3, own.get("also_in").size());
  }

  @Test
  void categories_are_told_once_whatever_their_case() throws Exception {
    Element item = items(MORNING).get(0);
    assertEquals(
        List.of("Local", "rivers"),
        all(item, "", "category").stream().map(Element::getTextContent).toList());
  }

  @Test
  void an_item_has_one_enclosure_and_the_rest_as_media() throws Exception {
    Element cast =
        items(MORNING).stream()
            .filter(item -> text(item, "title").startsWith("Episode 212"))
            .findFirst()
            .orElseThrow();
    assertEquals(1, all(cast, "", "enclosure").size());
    assertEquals("9000", one(cast, "enclosure").getAttribute("length"));
    List<Element> media = all(cast, MEDIA, "content");
    assertEquals("image", media.get(0).getAttribute("medium"));
    assertEquals("application/pdf", media.get(1).getAttribute("type"));
    List<String> order = FeedDocument.names(cast);
    assertTrue(order.indexOf("description") < order.indexOf("content:encoded"));
    assertEquals(1, all(cast, CONTENT, "encoded").size());
  }

  @Test
  void a_story_without_text_shows_what_there_is() throws Exception {
    Story story = Samples.plain(1, "Only a headline", NOON);
    Publication publication =
        Samples.of(StoryChange.in(story, StoryChange.of(story.face()).content("", "")));
    Element item = items(publication).get(0);
    assertEquals("Only a headline", text(item, "description"));
    assertFalse(all(item, CONTENT, "encoded").get(0).getTextContent().contains("min to read"));
  }

  @Test
  void a_publication_without_stories_is_a_feed_too() throws Exception {
    Publication empty = Samples.of();
    assertEquals("1970-01-01T00:00:00Z", text(FeedDocument.read(empty, "/feed.atom"), "updated"));
    assertEquals(0, items(empty).size());
    assertEquals(0, json(empty).get("items").size());
    assertTrue(page(empty, "/").contains("Nothing is published yet"));
  }

  @Test
  void sources_stand_in_the_folder_of_their_first_topic() throws Exception {
    Element body = one(FeedDocument.read(MORNING, "/opml"), "body");
    Element science = all(body, "", "outline").get(2);
    assertEquals("Science", science.getAttribute("text"));
    Element kettle = all(science, "", "outline").get(1);
    assertEquals("https://kettle.example/atom", kettle.getAttribute("xmlUrl"));
    assertEquals("Science,Tech", kettle.getAttribute("category"));
  }

  @Test
  void pages_lead_to_stories_feeds_and_topics_below_the_base() {
    String front = page(MORNING, "/");
    assertTrue(front.contains("href=\"/news/story/1000\""));
    assertTrue(front.contains("href=\"/news/style.css\""));
    assertTrue(front.contains("href=\"/news/topic/science\""));
    assertTrue(front.contains("type=\"application/feed+json\""));
    assertFalse(front.contains("<script"));
    String story = page(MORNING, "/story/1000");
    assertTrue(story.contains("<h1"));
    assertTrue(story.contains("The river sets the timetable."));
    assertTrue(story.contains("href=\"https://www.harbourpost.example/100\""));
  }

  private static int pictures(String html, String image) throws Exception {
    Story story = Samples.plain(1, "Title", NOON);
    StoryChange change = StoryChange.of(story.face()).content(html, "Text").image(image);
    Element entry =
        one(FeedDocument.read(Samples.of(StoryChange.in(story, change)), "/feed.atom"), "entry");
    return text(entry, "content").split("<img ", -1).length - 1;
  }

  private static List<Element> items(Publication publication) throws Exception {
    return all(one(FeedDocument.read(publication, "/feed.rss"), "channel"), "", "item");
  }

  private static JsonNode json(Publication publication) {
    return JsonMapper.shared().readTree(FeedDocument.edition(publication, "/feed.json").plain());
  }

  private static String page(Publication publication, String path) {
    return new String(FeedDocument.edition(publication, path).plain(), StandardCharsets.UTF_8);
  }

  private static String link(Element parent, String relation) {
    return all(parent, ATOM, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(relation))
        .map(link -> link.getAttribute("href"))
        .findFirst()
        .orElse("");
  }
}
