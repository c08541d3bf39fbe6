package org.headrace.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WebAddressTest {
  private static final URI BASE = URI.create("https://paper.example:8443/2026/story?page=2");

  @Test
  void a_reference_that_needs_no_repair_is_read_like_one_with_white_space_around_it() {
    for (String plain :
        List.of(
            "https://img.paper.example/a_b~c.jpg?w=1&h=2",
            "http://paper.example/",
            "http://paper.example/?",
            "https://paper.example/a?b?c",
            "/topic/river?utm_source=feed",
            "/a/../b",
            "//other.example/x",
            "/",
            "https://PAPER.example/A",
            "https://paper.example",
            "https://paper..example/x",
            "https://.paper.example/x",
            "https://xn--bcher-kva.example/x",
            "https://user@paper.example/x",
            "https://paper.example:443/x",
            "https://paper.example/x/.well-known/y",
            "https://paper.example/%2e%2e/y",
            "https:///paper.example/x")) {
      assertEquals(WebAddress.of(" " + plain, BASE), WebAddress.of(plain, BASE), plain);
    }
  }

  @Test
  void so_is_any_other_put_together_by_chance() {
    Random random = new Random(5);
    String[] parts =
        "https:// http:// / // a paper.example . .. ? # & = %41 %2e %2E % %zz %ff ( ) * ' ; : @ é A [ ] | \\ ~ !"
            .split(" ");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "https://paper.example/" : "");
      for (int count = random.nextInt(8); count > 0; count--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      String reference = text.toString();
      Optional<WebAddress> read = WebAddress.of(reference, BASE);
      assertEquals(WebAddress.of(" " + reference, BASE), read, reference);
      if (WebAddress.isSpelledOut(reference)) {
        assertEquals(reference, read.orElseThrow().toString());
      }
      if (WebAddress.isTidy(reference)) {
        assertEquals(reference, read.orElseThrow().withoutTracking().toString());
      }
    }
  }

  @Test
  void a_host_of_letters_that_stand_for_nothing_is_none() {
    assertTrue(WebAddress.of("http:\u00ad///paper.example/x", BASE).isEmpty());
  }

  @Test
  void what_leads_elsewhere_or_says_where_a_reader_came_from_is_not_tidy() {
    assertTrue(WebAddress.isTidy("https://paper.example/a_(b)/%C3%A9.html"));
    for (String address :
        List.of(
            "https://paper.example/?utm_source=feed",
            "https://paper.example/#utm_source=feed",
            "https://www.google.com/url/https://paper.example/",
            "https://paper.example")) {
      assertFalse(WebAddress.isTidy(address), address);
    }
  }

  @Test
  void what_is_spelled_out_comes_out_as_it_is() {
    for (String address :
        List.of(
            "https://paper.example/a.jpg",
            "http://a-b.example/c/d_e?f=g&h=i,j",
            "http://a/b@c:d",
            "https://paper.example/a_(b)*/%C3%A9?c=%20#d",
            "https://paper.example/#d")) {
      assertTrue(WebAddress.isSpelledOut(address), address);
      assertEquals(address, WebAddress.of(address, BASE).orElseThrow().toString());
    }
  }

  @Test
  void what_reading_would_change_is_not_spelled_out() {
    for (String address :
        List.of(
            "https://paper.example/?",
            "https://paper.example/#",
            "https://paper.example/?#a",
            "https://paper.example",
            "https://paper.example/%2e/a",
            "https://paper.example/100%",
            "https://user@paper.example/x",
            "https://Paper.example/x",
            "https://paper.example/a b",
            "https://paper.example/a/../b",
            "https://paper.example",
            "javascript:alert(1)//http://paper.example/",
            "/x",
            "")) {
      assertFalse(WebAddress.isSpelledOut(address), address);
    }
  }
}
