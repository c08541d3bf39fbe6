package org.headrace.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.headrace.model.Extracted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFactsTest {
  private static Extracted withData(String json) {
    return Pages.story("<script type='application/ld+json'>" + json + "</script>", "", "");
  }

  @Test
  void an_article_in_a_graph_gives_its_facts_by_reference() {
    Extracted found =
        withData(
            """
            {"@context":"https://schema.org","@graph":[
             {"@type":"WebSite","name":"Harbour News"},
             {"@type":"Person","@id":"#ada","name":"Ada Holm"},
             {"@type":["Thing","NewsArticle"],"headline":"Old bridge closes","author":[{"@id":"#ada"},{"@type":"Person","name":"Jon Vale"}],
              "datePublished":"2024-03-01T08:15:00+01:00","dateModified":"2024-03-02T10:00:00Z",
              "image":{"@type":"ImageObject","url":"/img/bridge.jpg"},"articleSection":["Coast","Towns"]}]}
            """);
    assertEquals("Old bridge closes", found.title());
    assertEquals(List.of("Ada Holm", "Jon Vale"), found.authors());
    assertEquals("2024-03-01T08:15+01:00", found.published().orElseThrow().toString());
    assertEquals("2024-03-02T10:00Z", found.modified().orElseThrow().toString());
    assertEquals("https://news.example/img/bridge.jpg", found.image().orElseThrow().toString());
    assertEquals("Harbour News", found.siteName());
    assertEquals("Coast", found.section());
  }

  @Test
  void broken_json_gives_what_was_read_before_it_broke() {
    Extracted found =
        withData(
            "/* cms */ {\"@type\":\"NewsArticle\",\"headline\":\"Old\n bridge closes\",\"author\":{\"name\":\"Ada Holm\",},"
                + "\"datePublished\":\"2024-03-01\", \"description\": \"He said \"no\" twice\"}");
    assertEquals(List.of("Ada Holm"), found.authors());
    assertEquals("2024-03-01", found.published().orElseThrow().toLocalDate().toString());
  }

  @Test
  void open_graph_fills_in() {
    Extracted found =
        Pages.story(
            "<title>Old bridge closes | Harbour News</title><meta property=og:title content='Old bridge closes | Harbour News'>"
                + "<meta property=article:published_time content='2024-03-01 09:00:00 +0200'>"
                + "<meta property=og:image content='//img.example/a b.jpg'><meta name=author content='By Ada Holm and Jon Vale'>"
                + "<link rel=canonical href='/harbour/bridge'>",
            "",
            "");
    assertEquals("Old bridge closes", found.title());
    assertEquals(List.of("Ada Holm", "Jon Vale"), found.authors());
    assertEquals("2024-03-01T09:00+02:00", found.published().orElseThrow().toString());
    assertEquals("https://img.example/a%20b.jpg", found.image().orElseThrow().toString());
    assertEquals("https://news.example/harbour/bridge", found.canonical().orElseThrow().toString());
  }

  @Test
  void the_visible_page_answers_where_metadata_are_silent() {
    Extracted found =
        Pages.story(
            "",
            "<h1>Old bridge closes</h1><div class=byline>By <a href=/people/ada rel=author>Ada Holm</a></div>"
                + "<time datetime='2024-03-01T08:15+01:00'>this morning</time>",
            "");
    assertEquals("Old bridge closes", found.title());
    assertEquals(List.of("Ada Holm"), found.authors());
    assertEquals("2024-03-01T08:15+01:00", found.published().orElseThrow().toString());
    assertTrue(found.text().startsWith("The old bridge over the harbour"), found::text);
  }

  @Test
  void a_byline_without_any_mark_is_read() {
    Extracted found =
        Pages.story("", "<h1>Die alte Brücke</h1><p>Von Ada Holm | 1. März 2024</p>", "");
    assertEquals(List.of("Ada Holm"), found.authors());
    assertEquals("2024-03-01", found.published().orElseThrow().toLocalDate().toString());
  }

  @Test
  void an_organisation_signs_only_where_nobody_is_named() {
    String agency =
        "{\"@type\":\"NewsArticle\",\"headline\":\"Old bridge closes\",\"datePublished\":\"2024-03-01\","
            + "\"author\":{\"@type\":\"Organization\",\"name\":\"Coast Agency\"}}";
    assertEquals(List.of("Coast Agency"), withData(agency).authors());
    Extracted signed =
        Pages.story(
            "<script type='application/ld+json'>" + agency + "</script>",
            "<div class=byline>By Ada Holm</div>",
            "");
    assertEquals(List.of("Ada Holm"), signed.authors());
  }

  @Test
  void degrees_and_pictures_are_no_authors() {
    Extracted found =
        Pages.story(
            "<meta name=author content='Ada Holm MS, RDN (Image: Coast Pictures)'>", "", "");
    assertEquals(List.of("Ada Holm"), found.authors());
  }

  @Test
  void the_day_is_the_publishers_and_the_moment_stays() {
    Extracted found =
        Pages.story(
            "<meta property=article:published_time content='2024-03-02T01:30:00Z'>",
            "<div class=date>March 1, 2024 at 8:30 pm</div>",
            "");
    assertEquals("2024-03-01T20:30-05:00", found.published().orElseThrow().toString());
  }

  @Test
  void the_day_of_another_line_moves_no_clock() {
    Extracted found =
        Pages.story(
            "<meta property=article:published_time content='2024-03-02T12:30:00Z'>",
            "<div class=date>March 1, 2024</div>",
            "");
    assertEquals("2024-03-02T12:30Z", found.published().orElseThrow().toString());
  }

  @Test
  void the_site_is_not_its_own_author() {
    Extracted found =
        Pages.story(
            "<meta property=og:site_name content='Harbour News'><meta name=author content='Harbour News'>",
            "",
            "");
    assertEquals(List.of(), found.authors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "March 1, 2024 at 9:05 pm | 2024-03-01T21:05Z",
        "1. März 2024, 07:30 Uhr | 2024-03-01T07:30Z",
        "le 1 mars 2024 | 2024-03-01T00:00Z",
        "1 de marzo de 2024 | 2024-03-01T00:00Z",
        "1 марта 2024 | 2024-03-01T00:00Z",
        "2024年3月1日 08:00 | 2024-03-01T08:00Z",
        "01.03.2024 | 2024-03-01T00:00Z",
        "3/1/2024 | 2024-03-01T00:00Z",
        "20240301T081500Z | 2024-03-01T00:00Z",
        "1709280000 | 2024-03-01T08:00Z",
        "Fri, 01 Mar 2024 08:00:00 +0100 | 2024-03-01T08:00+01:00",
        "2024-03-01T08:00:00.123-05:00 | 2024-03-01T08:00-05:00",
      })
  void dates_are_read_in_many_spellings(String written, String read) {
    Extracted found = Pages.story("<meta name=date content='" + written + "'>", "", "");
    assertEquals(read, found.published().orElseThrow().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "?page=2, true",
    "/harbour/2024/old-bridge/2, true",
    "/harbour/2024/old-bridge/page/2/, true",
    "/harbour/2024/old-bridge?page=3, false",
    "/harbour/2024/old-ferry, false",
    "https://elsewhere.example/harbour/2024/old-bridge/2, false",
  })
  void the_next_page_is_one_of_the_same_article(String reference, boolean next) {
    Extracted found =
        Pages.story("", "", "<div class=pages>1 <a href='" + reference + "'>2</a></div>");
    assertEquals(next, found.nextPage().isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "'By Ada Holm May 11, 2025', Ada Holm",
    "'Submitted by Ada Holm on Thu, 06/12/2025 - 08:15', Ada Holm",
    "'Posted by Ada Holm at 8:15 AM', Ada Holm"
  })
  void a_byline_ends_where_its_date_begins(String line, String author) {
    Extracted found = Pages.story("", "<div>" + line + "</div>", "");
    assertEquals(List.of(author), found.authors());
  }

  @Test
  void a_person_may_have_a_site_of_the_same_name() {
    Extracted found =
        Pages.story(
            "<meta property=og:site_name content='Ada Holm'>",
            "<p>By <a rel=author href=/me title=Me>Ada Holm</a></p>",
            "");
    assertEquals(List.of("Ada Holm"), found.authors());
  }

  @Test
  void an_image_that_only_its_sources_name_keeps_all_sizes() {
    Extracted found =
        Pages.story(
            "",
            "",
            "<div class=story-text><figure><picture><source type=image/webp srcset='/a.webp"
                + " 800w'><source srcset='/a-800.jpg 800w, /a-1600.jpg 1600w'><img alt='A"
                + " pier'></picture></figure><p>Divers went down in March and came back with"
                + " pictures that left little room for doubt, said the report, which the town keeps"
                + " on its web site.</p></div>");
    assertTrue(
        found
            .html()
            .contains("<img src=\"/a-1600.jpg\" srcset=\"/a-800.jpg 800w, /a-1600.jpg 1600w\""),
        found::html);
  }
}
