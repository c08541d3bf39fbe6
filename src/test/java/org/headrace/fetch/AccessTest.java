package org.headrace.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Access;
import org.headrace.model.FetchOutcome;
import org.headrace.model.Trust;
import org.headrace.model.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest extends FetchTests {
  private static final String SECRET = "mill-stone-7731";

  @TempDir Path folder;

  @Test
  void a_source_is_asked_with_its_headers_login_and_name() throws IOException {
    server.on("/feed", OK, FEED);
    assertEquals(FEED, text(ask("/feed", login("miller", reference()))));
    ScriptedServer.Asked asked = server.asked().getFirst();
    String both =
        Base64.getEncoder().encodeToString(("miller:" + SECRET).getBytes(StandardCharsets.UTF_8));
    assertEquals("Basic " + both, asked.header("Authorization"));
    assertEquals("k-" + SECRET, asked.header("X-Api-Key"));
    assertEquals("Mill/1", asked.header("User-Agent"));
  }

  @Test
  void a_token_is_sent_as_bearer() throws IOException {
    server.on("/feed", OK, FEED);
    ask("/feed", token(reference()));
    assertEquals("Bearer " + SECRET, server.asked().getFirst().header("Authorization"));
  }

  @Test
  void no_other_server_hears_of_them_and_neither_does_the_own_one_after_that() throws Exception {
    try (ScriptedServer other = new ScriptedServer("127.0.0.1")) {
      server.redirect("/feed", 302, other.at("/there").toString()).on("/back", OK, FEED);
      other.redirect("/there", 302, server.at("/back").toString());
      assertTrue(blocked(ask("/feed", login("miller", reference()))).reason().contains("loopback"));
      assertEquals(List.of(), other.asked());
      try (WebFetcher open = openEverywhere()) {
        FetchOutcome outcome = open.fetch(request(named("/feed"), login("miller", reference())));
        assertInstanceOf(FetchOutcome.Blocked.class, outcome);
      }
    }
  }

  @Test
  void another_name_for_the_same_machine_is_another_server() throws IOException {
    server.on("/feed", OK, FEED);
    Trust elsewhere =
        new Trust(
            URI.create("http://other.example:" + server.port() + "/feed"),
            true,
            Optional.of(token(reference())));
    FetchOutcome outcome =
        fetcher.fetch(
            new FetchRequest(server.at("/feed"), Validators.NONE, Wanted.FEED, elsewhere));
    assertInstanceOf(FetchOutcome.Blocked.class, outcome);
    assertEquals(List.of(), server.asked());
  }

  @Test
  void a_page_of_the_source_gets_them_and_a_page_of_others_does_not() throws IOException {
    server.on("/page", "HTTP/1.1 200 OK\nContent-Type: text/html", "<p>x</p>");
    Trust trust = new Trust(server.at("/feed"), true, Optional.of(token(reference())));
    fetcher.fetch(new FetchRequest(server.at("/page"), Validators.NONE, Wanted.PAGE, trust));
    assertEquals(List.of("/robots.txt", "/page"), server.paths());
    server
        .asked()
        .forEach(asked -> assertEquals("Bearer " + SECRET, asked.header("Authorization")));
  }

  @Test
  void what_is_missing_is_named_and_nothing_is_asked() {
    server.on("/feed", OK, FEED);
    String env = "${env:HEADRACE_NOBODY_SETS_THIS}";
    assertEquals(
        "not asked: the variable of " + env + " is not set",
        blocked(ask("/feed", token(env))).reason());
    String file = "${file:" + folder.resolve("none") + "}";
    assertEquals(
        "not asked: the file of " + file + " cannot be read",
        blocked(ask("/feed", token(file))).reason());
    assertTrue(blocked(ask("/feed", token("${file:here}"))).reason().contains("begin with a /"));
    assertEquals(List.of(), server.asked());
  }

  @Test
  void a_secret_with_a_line_break_is_not_sent_and_not_told() throws IOException {
    server.on("/feed", OK, FEED);
    Files.writeString(folder.resolve("two"), SECRET + "\r\nX-Other: 1");
    String reason = blocked(ask("/feed", token("${file:" + folder.resolve("two") + "}"))).reason();
    assertFalse(reason.contains(SECRET), reason);
    assertEquals(List.of(), server.asked());
  }

  @Test
  void no_outcome_tells_a_secret() throws IOException {
    Access access = login("miller", reference());
    server.on("/401", "HTTP/1.1 401 No\nWWW-Authenticate: Basic realm=\"x\"", "");
    server.on("/500", "HTTP/1.1 500 No", "").on("/reset", (asked, line) -> line.reset());
    server.on("/big", OK, "x".repeat(300_000)).redirect("/away", 302, "http://127.0.0.66/");
    for (String path : List.of("/401", "/500", "/reset", "/big", "/away")) {
      String told = ask(path, access).toString();
      assertFalse(told.contains(SECRET) || told.contains("bWlsbGVy"), told);
    }
  }

  @Test
  void a_proxy_is_asked_in_place_of_the_server() throws Exception {
    try (ScriptedServer proxy = new ScriptedServer()) {
      proxy.on("http://mill.example/feed", OK, FEED);
      assertEquals(FEED, text(through(proxy, "http://mill.example/feed", "", "8.8.8.8")));
      assertEquals("mill.example", proxy.asked().getFirst().header("Host"));
    }
  }

  @Test
  void a_proxy_gets_its_own_password_when_it_wants_one() throws Exception {
    try (ScriptedServer proxy = new ScriptedServer()) {
      String feed = "http://mill.example/feed";
      byte[] ok = ScriptedServer.answer(OK, FEED.getBytes(StandardCharsets.UTF_8));
      byte[] no =
          ScriptedServer.answer(
              "HTTP/1.1 407 Who\nProxy-Authenticate: Basic realm=\"p\"", new byte[0]);
      proxy.on(
          feed, (asked, line) -> line.say(asked.header("Proxy-Authorization").isEmpty() ? no : ok));
      assertEquals(FEED, text(through(proxy, feed, "porter", "8.8.8.8")));
      assertEquals("", proxy.asked().getLast().header("Authorization"));
    }
  }

  @Test
  void a_secure_server_is_reached_by_a_tunnel_and_a_refusal_of_it_is_named() throws Exception {
    try (ScriptedServer proxy = new ScriptedServer()) {
      proxy.on("mill.example:443", "HTTP/1.1 403 No", "");
      assertEquals(
          "the proxy does not let us through (HTTP 403)",
          failed(through(proxy, "https://mill.example/feed", "", "8.8.8.8")).reason());
      assertEquals("CONNECT mill.example:443 HTTP/1.1", proxy.asked().getFirst().start());
    }
  }

  @Test
  void a_proxy_is_no_way_into_the_own_network() throws Exception {
    try (ScriptedServer proxy = new ScriptedServer()) {
      assertInstanceOf(
          FetchOutcome.Blocked.class, through(proxy, "http://mill.example/feed", "", "10.0.0.1"));
      assertInstanceOf(
          FetchOutcome.Blocked.class, through(proxy, "http://127.0.0.1/feed", "", "10.0.0.1"));
      assertEquals(List.of(), proxy.asked());
    }
  }

  private FetchOutcome through(ScriptedServer proxy, String address, String user, String seenAs)
      throws IOException {
    Names names = (host, patience) -> List.of(InetAddress.getByName(seenAs));
    Access.Proxy relay = new Access.Proxy(proxy.at(""), user, user.isEmpty() ? "" : reference());
    Access access = new Access("", List.of(), "", "", "", Optional.of(relay));
    URI place = URI.create(address);
    try (WebFetcher far =
        new WebFetcher(
            settings(), InstantSource.fixed(NOW), new LocalHostTurns(Duration.ZERO, 1), names)) {
      Trust trust = new Trust(place, false, Optional.of(access));
      return far.fetch(new FetchRequest(place, Validators.NONE, Wanted.FEED, trust));
    }
  }

  private WebFetcher openEverywhere() {
    Names here = (host, patience) -> List.of(InetAddress.getLoopbackAddress());
    return new WebFetcher(
        settings(), InstantSource.fixed(NOW), new LocalHostTurns(Duration.ZERO, 1), here);
  }

  private URI named(String path) {
    return URI.create("http://mill.example:" + server.port() + path);
  }

  private FetchOutcome ask(String path, Access access) {
    return fetcher.fetch(request(server.at(path), access));
  }

  private static FetchRequest request(URI address, Access access) {
    return new FetchRequest(
        address, Validators.NONE, Wanted.FEED, new Trust(address, true, Optional.of(access)));
  }

  private String reference() throws IOException {
    Path file = folder.resolve("secret");
    Files.writeString(file, SECRET + "\n");
    return "${file:" + file + "}";
  }

  private static Access login(String user, String password) {
    return new Access(
        "Mill/1",
        List.of(new Access.Header("X-Api-Key", "k-" + password)),
        user,
        password,
        "",
        Optional.empty());
  }

  private static Access token(String token) {
    return new Access("", List.of(), "", "", token, Optional.empty());
  }
}
