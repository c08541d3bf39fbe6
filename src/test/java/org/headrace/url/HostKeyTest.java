package org.headrace.url;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostKeyTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://www.paper.co.uk/rss, paper.co.uk",
    "https://feeds.paper.example:8443/rss, paper.example",
    "https://my_blog.paper.example/, paper.example",
    "https://PAPER.example./, paper.example",
    "http://localhost:8080/rss, localhost:8080",
    "http://localhost/rss, localhost:80",
    "https://127.0.0.1/rss, 127.0.0.1:443",
    "http://0x7f.1:81/rss, 0x7f.1:81",
    "http://[2001:db8::1]/rss, [2001:db8::1]:80"
  })
  void addresses_of_one_owner_share_a_key(String address, String expected) {
    assertEquals(expected, HostKey.of(URI.create(address)));
  }

  @Test
  void without_a_host_there_is_no_key() {
    assertEquals("", HostKey.of(URI.create("mailto:somebody@paper.example")));
    assertEquals("", HostKey.host(URI.create("/rss")));
  }

  @Test
  void the_host_is_known_where_java_sees_none() {
    assertEquals("my_blog.example", HostKey.host(URI.create("http://my_blog.example/")));
  }
}
