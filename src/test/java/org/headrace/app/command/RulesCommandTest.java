package org.headrace.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RulesCommandTest {
  private static final String STORY =
      "<p>The old bridge over the Merrow was closed on Monday after engineers found a crack in its"
          + " third arch, and nobody can say yet when it will open again for carts and cars.</p>";
  private static final String PAGE =
      "<html lang=en><head><title>Bridge</title></head><body><h1>Bridge</h1><div id=top>Paper</div>"
          + "<div id=story>"
          + STORY
          + STORY.replace("Monday", "Tuesday")
          + STORY.replace("Monday", "Friday")
          + "</div></body></html>";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private Path rules;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    Files.writeString(folder.resolve("headrace.yaml"), "fetch: {gap: 1ms, page-deadline: 5s}\n");
    rules = Files.createDirectory(folder.resolve("rules"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean known = exchange.getRequestURI().getPath().equals("/bridge");
          byte[] body = (known ? PAGE : "nothing").getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(known ? 200 : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private int check(String... arguments) {
    CommandLine line = new CommandLine(new HeadraceCommand());
    line.setOut(new PrintWriter(out));
    String[] all = new String[arguments.length + 4];
    all[0] = "rules";
    all[1] = "check";
    all[2] = "--config";
    all[3] = folder.toString();
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return line.execute(all);
  }

  private void rule(String name, String text) throws IOException {
    String place = "http://127.0.0.1:" + server.getAddress().getPort();
    Files.writeString(rules.resolve(name), text.replace("PLACE", place));
  }

  @Test
  void a_rule_that_finds_its_article_is_ok_with_figures() throws IOException {
    rule(
        "a.example.txt",
        "body: //div[@id='story']\ntest_url: PLACE/bridge\ntest_contains: nobody can say yet\n");

    int code = check("--private-network");

    assertTrue(
        out.toString().matches("(?s)a.example.txt: ok \\(\\d+ characters, .*"), out::toString);
    assertTrue(out.toString().contains("addresses: 1 ok, 0 with a fault"), out::toString);
    assertEquals(HeadraceCommand.WELL, code);
  }

  @Test
  void rules_that_find_less_or_nothing_or_the_wrong_text_are_faults() throws IOException {
    rule("a.example.txt", "body: //div[@id='top']\ntest_url: PLACE/bridge\n");
    rule("b.example.txt", "body: //div[@id='gone']\ntest_url: PLACE/bridge\n");
    rule(
        "c.example.txt", "body: //div[@id='story']\ntest_url: PLACE/bridge\ntest_contains: owls\n");

    int code = check("--private-network", rules.toString());

    String lines = out.toString();
    assertTrue(lines.contains("a.example.txt: less than without it (5 characters,"), lines);
    assertTrue(lines.contains("b.example.txt: failed, it finds nothing"), lines);
    assertTrue(lines.contains("c.example.txt: failed, \"owls\" is not in the text"), lines);
    assertEquals(HeadraceCommand.FAULT, code);
  }

  @Test
  void a_page_that_cannot_be_had_is_no_fault_of_the_rule() throws IOException {
    rule("a.example.txt", "body: //div\ntest_url: PLACE/gone\n");

    assertEquals(HeadraceCommand.SOME_SOURCES_FAILED, check("--private-network"));
    assertTrue(out.toString().contains("not tested, the page could not be had"), out::toString);
  }

  @Test
  void servers_inside_the_own_network_are_asked_only_with_leave() throws IOException {
    rule("a.example.txt", "body: //div\ntest_url: PLACE/bridge\n");

    assertEquals(HeadraceCommand.SOME_SOURCES_FAILED, check());
  }

  @Test
  void offline_shows_each_line_that_cannot_be_used() throws IOException {
    rule("a.example.txt", "title: //h1[\nbdy: //div\n");

    assertEquals(
        HeadraceCommand.FAULT, check("--offline", rules.resolve("a.example.txt").toString()));
    assertTrue(out.toString().contains("a.example.txt:1: \"//h1[\" is no XPath"), out::toString);
    assertTrue(
        out.toString().contains("a.example.txt:2: unknown directive \"bdy\""), out::toString);
    assertTrue(out.toString().contains("lines: 1 broken, 1 not known here"), out::toString);
  }

  @Test
  void a_file_with_an_unknown_line_alone_can_be_used() throws IOException {
    rule("a.example.txt", "bdy: //div\n");

    assertEquals(HeadraceCommand.WELL, check("--offline"));
  }
}
