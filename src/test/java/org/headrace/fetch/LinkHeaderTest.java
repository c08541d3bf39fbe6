package org.headrace.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.PostOutcome;
import org.headrace.model.Trust;
import org.junit.jupiter.api.Test;

/** What the headers of an answer link to, and forms that are sent, over a real connection. */
class LinkHeaderTest extends FetchTests {
  private List<String> links(String... headers) {
    String head = OK + String.join("", List.of(headers).stream().map(h -> "\nLink: " + h).toList());
    server.on("/feed", head, FEED);
    return found(feed("/feed")).links().stream()
        .map(link -> link.rel() + " " + link.href().replace(server.at("").toString(), ""))
        .toList();
  }

  @Test
  void several_links_stand_in_one_header_and_in_several() {
    assertEquals(
        List.of("hub https://hub.example/", "self /feed", "hub https://two.example/"),
        links(
            "<https://hub.example/>; rel=\"hub\", </feed>;rel=self",
            "<https://two.example/>; title=\"a, b; c=\\\"d\\\"\" ; REL=HUB"));
  }

  @Test
  void one_link_may_stand_in_several_relations() {
    assertEquals(List.of("self /f", "alternate /f"), links("</f>; rel=\"self  alternate\""));
  }

  @Test
  void the_first_relation_counts_and_one_of_another_place_does_not() {
    assertEquals(List.of("next /a"), links("</a>; rel=next; rel=hub"));
    assertEquals(List.of("hub /c"), links("</b>; rel=hub; anchor=\"/other\", </c>; rel=hub"));
    assertEquals(List.of(), links("</b>; title=hub"));
  }

  @Test
  void what_cannot_be_read_ends_the_header_and_nothing_else() {
    assertEquals(List.of("hub /a"), links("</a>; rel=hub, nonsense, </b>; rel=hub"));
    assertEquals(List.of("hub /a"), links("</a>; rel=hub, <", ""));
    assertEquals(List.of("hub /b"), links("<javascript alert>; rel=hub, , </b>; rel=hub;;; x"));
    assertEquals(List.of("hub /a"), links("</a>; rel=\"hub"));
    assertEquals(List.of(), links("<" + "/".repeat(60_000) + ">; rel=hub"));
    assertEquals(100, links("</a>; rel=\"" + "a ".repeat(300) + "\"").size());
  }

  private PostOutcome post(String path) {
    return fetcher.post(
        new PostRequest(
            server.at(path),
            Map.of("hub.mode", "subscribe & more"),
            new Trust(server.at("/"), true, Optional.empty())));
  }

  @Test
  void a_form_is_posted_and_taken() {
    server.on("/hub", "HTTP/1.1 202 Accepted", "");
    assertEquals(new PostOutcome.Taken(202), post("/hub"));
    ScriptedServer.Asked asked = server.asked().getLast();
    assertEquals("POST /hub HTTP/1.1", asked.start());
    assertEquals("application/x-www-form-urlencoded", asked.header("Content-Type"));
    assertEquals("27", asked.header("Content-Length"));
    assertTrue(asked.header("User-Agent").startsWith("headrace/"));
  }

  @Test
  void a_redirect_that_keeps_the_method_is_followed_no_other() {
    server.on("/hub", "HTTP/1.1 202 Accepted", "");
    server.redirect("/308", 308, "/hub").redirect("/307", 307, "/308");
    assertEquals(new PostOutcome.Taken(202), post("/307"));
    assertEquals(
        List.of("POST", "POST", "POST"),
        server.asked().stream().map(asked -> asked.start().split(" ")[0]).toList());
    for (int status : List.of(301, 302, 303)) {
      server.redirect("/go", status, "/hub");
      assertInstanceOf(PostOutcome.Failed.class, post("/go"));
    }
  }

  @Test
  void a_redirect_into_the_own_network_is_refused() {
    server.redirect("/hub", 307, "http://127.0.0.66/");
    assertInstanceOf(PostOutcome.Refused.class, post("/hub"));
    assertEquals(1, server.asked().size());
  }

  @Test
  void a_hub_may_refuse_be_busy_or_be_broken() {
    server.on("/no", "HTTP/1.1 403 No", "we do not know you");
    server.on("/busy", "HTTP/1.1 503 Busy\nRetry-After: 300", "");
    server.on("/torn", (asked, line) -> line.reset());
    server.on("/endless", (asked, line) -> line.say("HTTP/1.1 200 OK\r\n\r\n").forEver("x", 5));
    assertEquals(403, assertInstanceOf(PostOutcome.Refused.class, post("/no")).status());
    assertInstanceOf(PostOutcome.Failed.class, post("/torn"));
    assertEquals(new PostOutcome.Taken(200), post("/endless"));
    assertEquals(
        300,
        assertInstanceOf(PostOutcome.Failed.class, post("/busy"))
            .retryAfter()
            .orElseThrow()
            .toSeconds());
  }
}
