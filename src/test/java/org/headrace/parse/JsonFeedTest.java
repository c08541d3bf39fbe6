package org.headrace.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Category;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFeedTest {
  private static final String GOOD =
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "News",
       "home_page_url": "/", "authors": [{"name": "Ann", "url": "/ann"}],
       "items": [
         {"id": 1, "url": "/1", "title": "A < B", "content_html": "<a href='/x'>x</a>",
          "tags": ["one"], "date_published": "2026-03-03T14:05:06Z"},
         {"id": "2", "content_text": "1 < 2"}
       ]}
      """;

  @Test
  void an_item_becomes_an_entry() throws UnreadableFeedException {
    Feed feed = Feeds.read(GOOD);
    Entry entry = feed.entries().getFirst();
    assertEquals("json1.1", feed.format());
    assertEquals("1", entry.id());
    assertEquals("A &lt; B", entry.title());
    assertEquals("<a href='https://news.example/x'>x</a>", entry.content());
    assertEquals(Optional.of(URI.create("https://news.example/1")), entry.link());
    assertEquals(Optional.of(Instant.parse("2026-03-03T14:05:06Z")), entry.published());
    assertEquals(List.of(Category.of("one")), entry.categories());
    assertEquals(List.of(new Person("Ann", "", "https://news.example/ann")), entry.authors());
    assertEquals("1 &lt; 2", feed.entries().get(1).content());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "\n ", "while(1);"})
  void junk_before_it_is_overlooked(String junk) throws UnreadableFeedException {
    assertEquals(2, Feeds.read(junk + GOOD).entries().size());
  }

  @Test
  void junk_after_it_is_overlooked() throws UnreadableFeedException {
    assertEquals(2, Feeds.read(GOOD + "<!-- cached -->").entries().size());
  }

  @Test
  void commas_too_many_are_overlooked() throws UnreadableFeedException {
    assertEquals(2, Feeds.read(GOOD.replace("}\n ]", "},\n ]")).entries().size());
  }

  @Test
  void a_document_that_breaks_off_keeps_what_came() throws UnreadableFeedException {
    Feed feed = Feeds.read(GOOD.substring(0, GOOD.indexOf("content_text")));
    assertEquals(List.of("1", "2"), feed.entries().stream().map(Entry::id).toList());
    assertFalse(feed.repairs().isEmpty());
  }

  @Test
  void members_of_another_type_are_taken_for_what_they_mean() throws UnreadableFeedException {
    String odd =
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":null,\"url\":\"/1\","
            + "\"author\":\"Ann\",\"tags\":\"one\",\"attachments\":{},\"title\":7},5]}";
    Entry entry = Feeds.read(odd).entries().getFirst();
    assertEquals("https://news.example/1", entry.id());
    assertEquals("7", entry.title());
    assertEquals(List.of(Person.named("Ann")), entry.authors());
    assertEquals(List.of(Category.of("one")), entry.categories());
  }
}
