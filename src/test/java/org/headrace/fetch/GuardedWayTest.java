package org.headrace.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.headrace.model.FetchOutcome;
import org.headrace.model.Trust;
import org.headrace.model.Validators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The guard as the real client meets it. Public addresses cannot be had in a test, so the server
 * stands on 127.0.0.1 as the operator's own, and 127.0.0.66 is where nobody may be led.
 */
class GuardedWayTest extends FetchTests {
  private final List<String> lookedUp = new ArrayList<>();
  private final Map<String, Iterator<String>> answers = new ConcurrentHashMap<>();
  private final List<WebFetcher> opened = new ArrayList<>();

  @AfterEach
  void close_all() {
    opened.forEach(WebFetcher::close);
  }

  @Test
  void the_address_that_was_checked_is_the_one_that_is_dialled() {
    server.on("/feed", OK, FEED);
    names("home.example", "127.0.0.1");
    URI address = URI.create("http://home.example:" + server.port() + "/feed");
    FetchRequest request = new FetchRequest(address, Validators.NONE, Wanted.FEED, true);
    assertEquals(FEED, text(careful(Duration.ofSeconds(20)).fetch(request)));
    assertEquals(List.of("home.example"), lookedUp);
  }

  @Test
  void a_redirect_to_the_same_name_is_looked_up_and_checked_again() throws Exception {
    try (ScriptedServer canary = new ScriptedServer("127.0.0.66")) {
      names("home.example", "127.0.0.1", "169.254.169.254");
      server.redirect("/feed", 302, "/second").on("/second", OK, FEED);
      URI address = URI.create("http://home.example:" + server.port() + "/feed");
      FetchRequest request = new FetchRequest(address, Validators.NONE, Wanted.FEED, true);
      assertTrue(
          blocked(careful(Duration.ofSeconds(20)).fetch(request)).reason().contains("link-local"));
      assertEquals(List.of("home.example", "home.example"), lookedUp);
      assertEquals(List.of("/feed"), server.paths());
      assertEquals(List.of(), canary.asked());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.66:%d/",
        "http://127.66:%d/",
        "http://2130706498:%d/",
        "http://0x7f000042:%d/",
        "http://0177.0.0.0102:%d/",
        "http://[::ffff:127.0.0.66]:%d/",
        "http://[::ffff:7f00:42]:%d/",
        "http://[64:ff9b::7f00:42]:%d/",
        "http://[64:ff9b:1::7f00:42]:%d/",
        "http://[2002:7f00:42::]:%d/",
        "http://[::127.0.0.66]:%d/",
        "http://%%31%%32%%37.0.0.66:%d/",
        "http://127.0.0.66.:%d/",
        "http://mill.example@127.0.0.66:%d/",
        "//127.0.0.66:%d/",
        "http:/\\127.0.0.66:%d/",
        "http://mill.example\\@127.0.0.66:%d/",
        "http://canary.example:%d/",
        "http://CANARY.example.:%d/",
        "http://mixed.example:%d/"
      })
  void no_spelling_of_a_redirect_leads_inside(String spelling) throws Exception {
    try (ScriptedServer canary = new ScriptedServer("127.0.0.66")) {
      names("canary.example", "127.0.0.66", "127.0.0.66");
      names("mixed.example", "8.8.8.8,127.0.0.66");
      names("home.example", "127.0.0.1");
      server.redirect("/feed", 302, spelling.formatted(canary.port()));
      URI address = URI.create("http://home.example:" + server.port() + "/feed");
      FetchOutcome outcome =
          careful(Duration.ofSeconds(20))
              .fetch(new FetchRequest(address, Validators.NONE, Wanted.FEED, true));
      assertTrue(
          outcome instanceof FetchOutcome.Blocked || outcome instanceof FetchOutcome.Failed,
          outcome.toString());
      assertEquals(List.of(), canary.asked());
    }
  }

  @Test
  void permission_for_a_source_is_none_for_another_port_scheme_or_name() throws Exception {
    try (ScriptedServer neighbour = new ScriptedServer()) {
      names("home.example", "127.0.0.1");
      neighbour.on("/", OK, FEED);
      Trust trust = new Trust(server.at("/feed"), true, Optional.empty());
      for (String place :
          List.of(
              neighbour.at("/").toString(),
              "https://127.0.0.1:" + server.port() + "/",
              "http://home.example:" + server.port() + "/")) {
        FetchRequest request =
            new FetchRequest(URI.create(place), Validators.NONE, Wanted.PAGE, trust);
        assertInstanceOf(
            FetchOutcome.Blocked.class, careful(Duration.ofSeconds(20)).fetch(request), place);
      }
      assertEquals(List.of(), neighbour.asked());
      assertEquals(List.of(), server.asked());
    }
  }

  @Test
  void who_left_the_source_has_no_leave_to_come_back() throws Exception {
    try (ScriptedServer other = new ScriptedServer()) {
      other.redirect("/away", 302, server.at("/inside").toString());
      server.on("/inside", OK, FEED);
      Trust trust = new Trust(server.at("/feed"), true, Optional.empty());
      FetchRequest request =
          new FetchRequest(other.at("/away"), Validators.NONE, Wanted.PAGE, trust);
      assertInstanceOf(FetchOutcome.Blocked.class, fetcher.fetch(request));
      assertEquals(List.of(), server.asked());
    }
  }

  @Test
  void robots_txt_is_no_way_inside_either() throws Exception {
    try (ScriptedServer canary = new ScriptedServer("127.0.0.66")) {
      server.redirect("/robots.txt", 301, canary.at("/robots.txt").toString());
      server.on("/page", "HTTP/1.1 200 OK\nContent-Type: text/html", "<p>x</p>");
      assertEquals("<p>x</p>", text(page("/page")));
      assertEquals(List.of(), canary.asked());
    }
  }

  /** Each answer but the last counts once; commas part the addresses of one answer. */
  private void names(String host, String... inTurn) {
    List<String> all = new ArrayList<>(List.of(inTurn));
    for (int i = 0; i < 20; i++) {
      all.add(inTurn[inTurn.length - 1]);
    }
    answers.put(host, all.iterator());
  }

  private WebFetcher careful(Duration deadline) {
    Names names =
        (host, patience) -> {
          lookedUp.add(host);
          if (!answers.containsKey(host)) {
            throw new UnknownHostException(host);
          }
          List<InetAddress> found = new ArrayList<>();
          for (String literal : answers.get(host).next().split(",")) {
            found.add(InetAddress.getByName(literal));
          }
          return found;
        };
    WebFetcher careful =
        new WebFetcher(
            settings(Duration.ZERO, deadline),
            InstantSource.fixed(NOW),
            new LocalHostTurns(Duration.ZERO, 1),
            names);
    opened.add(careful);
    return careful;
  }
}
