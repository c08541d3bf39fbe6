package org.headrace.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.headrace.model.PageKind;
import org.junit.jupiter.api.Test;

class PageKindTest {
  private static PageKind kind(String html) {
    return Pages.read(html).kind();
  }

  @Test
  void a_story_is_an_article() {
    assertEquals(PageKind.ARTICLE, Pages.story("", "", "").kind());
  }

  @Test
  void a_challenge_is_a_bot_check() {
    assertEquals(
        PageKind.BOT_CHECK,
        kind(
            "<title>Just a moment...</title><body><h1>news.example</h1><p>Verify you are human by completing"
                + " the action below.</p>"));
  }

  @Test
  void a_page_that_asks_for_cookies_only_is_a_consent_wall() {
    assertEquals(
        PageKind.CONSENT_WALL,
        kind(
            "<title>Harbour News</title><body><div id=consent-wall><h1>We value your privacy</h1><p>We and our"
                + " partners store and/or access information on a device, such as cookies, and process personal"
                + " data to show you personalised advertising and to measure it.</p></div>"));
  }

  @Test
  void a_beginning_with_a_price_is_a_paywall() {
    assertEquals(
        PageKind.PAYWALL,
        kind(
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
                + "<body><article><h1>Old bridge</h1><p>The old bridge over the harbour will close on Monday,"
                + " the town said, after engineers found cracks in two of its piers, and ferries will run.</p>"
                + "<p>Subscribe to continue reading</p></article>"));
  }

  @Test
  void a_page_that_says_not_found_is_none() {
    assertEquals(
        PageKind.NOT_FOUND,
        kind(
            "<title>Page not found - Harbour News</title><body><h1>Oh no</h1><p>We looked everywhere, but the"
                + " page that you want is not here any more.</p>"));
  }

  @Test
  void a_list_of_links_is_no_article() {
    String links = "<li><a href=/a>Ferry to run at night from May</a></li>".repeat(40);
    assertEquals(PageKind.NO_ARTICLE, kind("<body><ul>" + links + "</ul>"));
  }

  @Test
  void nothing_is_no_article() {
    assertEquals(PageKind.NO_ARTICLE, kind(""));
  }
}
