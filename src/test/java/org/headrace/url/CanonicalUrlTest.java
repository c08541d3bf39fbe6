package org.headrace.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
  private static final URI BASE = URI.create("https://site.example/2026/post/?page=1#top");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "next>https://site.example/2026/post/next",
        "/root?q=1&r=2#part>https://site.example/root?q=1&r=2#part",
        "//cdn.example/x>https://cdn.example/x",
        "?page=2>https://site.example/2026/post/?page=2",
        "#part>https://site.example/2026/post/?page=1#part",
        "../../../x>https://site.example/x",
        "/a/./b/%2e%2E/c>https://site.example/a/c",
        "\\\\cdn.example\\x>https://cdn.example/x",
        "https:next>https://site.example/2026/post/next",
        "feed://site.example/rss>http://site.example/rss",
        "HTTPS://SITE.example:443>https://site.example/",
        " https://site.example/a b|c >https://site.example/a%20b%7Cc",
        "https://例え.example/パス?キー=値>https://xn--r8jz45g.example/%E3%83%91%E3%82%B9?%E3%82%AD%E3%83%BC=%E5%80%A4",
        "https://straße.example/>https://xn--strae-oqa.example/",
        "https://site.example/50%?x=%zz>https://site.example/50%25?x=%25zz",
        "http://name:secret@site.example/>http://site.example/",
        "http://my_blog.example/x>http://my_blog.example/x",
        "http://[2001:DB8::1]:8080/>http://[2001:db8::1]:8080/"
      })
  void a_reference_becomes_an_absolute_address(String reference, String expected) {
    assertEquals(expected, link(reference));
  }

  @Test
  void line_breaks_and_their_indentation_are_no_part_of_an_address() {
    assertEquals("https://site.example/ab", link("\n  https://site.example/a \r\n\t  b\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \u00a0",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "mailto:somebody@site.example",
        "data:text/html,x",
        "file:///etc/passwd",
        "http://",
        "http://a b/",
        "http://a..b/",
        "http://%/",
        "http://site.example:99999/",
        "http://site.example:8a/",
        "http://[::1",
        "http://[zz]/",
        "http://ex%00ample.example/",
        "http://a%2fb.example/"
      })
  void what_leads_nowhere_on_the_web_is_empty(String reference) {
    assertTrue(CanonicalUrl.of(reference, BASE).isEmpty());
  }

  @Test
  void a_base_that_is_no_web_address_is_no_obstacle() {
    assertEquals(
        "https://site.example/x",
        CanonicalUrl.of("//site.example/x", URI.create("urn:uuid:1")).orElseThrow().toString());
    assertTrue(CanonicalUrl.of("x", URI.create("urn:uuid:1")).isEmpty());
    assertTrue(CanonicalUrl.of("x", URI.create("")).isEmpty());
  }

  @Test
  void endless_references_are_refused() {
    assertTrue(CanonicalUrl.of("https://site.example/" + "a".repeat(100_000), BASE).isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://site.example/a?utm_source=x&id=3&UTM_Medium=y&fbclid=z, https://site.example/a?id=3",
    "https://site.example/a?gclid=1, https://site.example/a",
    "https://site.example/a?ref=rss, https://site.example/a",
    "https://site.example/a?ref=readers, https://site.example/a?ref=readers",
    "https://site.example/a?s=1&t=2, https://site.example/a?s=1&t=2",
    "https://x.com/a/status/1?s=20&t=abc, https://x.com/a/status/1",
    "https://youtu.be/abc?si=1&t=30, https://youtu.be/abc?t=30",
    "https://site.example/a#xtor=RSS-1, https://site.example/a",
    "https://site.example/a#utm_source=rss&utm_medium=rss, https://site.example/a",
    "https://site.example/a#chapter=2, https://site.example/a#chapter=2"
  })
  void tracking_is_removed_and_nothing_else(String reference, String expected) {
    assertEquals(expected, link(reference));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://www.google.com/url?sa=t&q=https%3A%2F%2Fsite.example%2Fa%3Fid%3D1,"
        + " https://site.example/a?id=1",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fsite.example%2Fa%3Ffbclid%3D1&h=x,"
        + " https://site.example/a",
    "https://site-example.cdn.ampproject.org/c/s/site.example/a, https://site.example/a",
    "https://www.google.com/url?q=javascript:alert(1),"
        + " https://www.google.com/url?q=javascript:alert(1)",
    "https://www.google.com/search?q=https://site.example/,"
        + " https://www.google.com/search?q=https://site.example/"
  })
  void redirect_wrappers_are_opened(String reference, String expected) {
    assertEquals(expected, link(reference));
  }

  @Test
  void what_is_fetched_keeps_its_parameters() {
    assertEquals(
        "https://site.example/i.jpg?utm_source=x&sig=(a)",
        CanonicalUrl.resolve("/i.jpg?utm_source=x&sig=(a)", BASE).orElseThrow().toString());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "http://www.paper.example/a/b?x=1&y=2",
        "https://m.paper.example/a/b/?y=2&x=1#top",
        "https://amp.paper.example:443//a/b/amp?x=1&y=2&utm_source=rss",
        "https://PAPER.example./a/%62?x=1&y=2&amp=1"
      })
  void one_text_has_one_key(String address) {
    assertEquals(
        CanonicalUrl.key(URI.create("https://paper.example/a/b?x=1&y=2")),
        CanonicalUrl.key(URI.create(address)));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "https://paper.example/A/b?x=1",
        "https://paper.example/a/b?x=2",
        "https://paper.example/a/b?X=1",
        "https://paper.example:8080/a/b?x=1",
        "https://sport.paper.example/a/b?x=1",
        "https://paper.example/a/b?x=1#!/other"
      })
  void two_texts_have_two_keys(String address) {
    assertNotEquals(
        CanonicalUrl.key(URI.create("https://paper.example/a/b?x=1")),
        CanonicalUrl.key(URI.create(address)));
  }

  @Test
  void a_key_is_made_of_anything() {
    assertEquals("urn:uuid:1", CanonicalUrl.key(URI.create("urn:uuid:1")));
  }

  private static String link(String reference) {
    return CanonicalUrl.of(reference, BASE).map(URI::toString).orElse("");
  }
}
