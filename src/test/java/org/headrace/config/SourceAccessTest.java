package org.headrace.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Access;
import org.headrace.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAccessTest {
  private static final String PLAIN = "hunter-2-of-the-mill";

  @TempDir Path folder;

  @Test
  void a_source_can_be_asked_in_its_own_way() throws IOException {
    String secret = reference();
    Access access =
        read("""
                - url: https://paper.example/feed
                  user-agent: Mill/1
                  headers:
                    Accept-Language: de
                    Authorization: Token %1$s
                  login: {user: me, password: "%1$s"}
                  proxy: {url: "http://proxy.example:3128", user: porter, password: "%1$s"}
                """
                .formatted(secret))
            .orElseThrow();
    assertEquals(
        new Access(
            "Mill/1",
            List.of(
                new Access.Header("Accept-Language", "de"),
                new Access.Header("Authorization", "Token " + secret)),
            "me",
            secret,
            "",
            Optional.of(
                new Access.Proxy(URI.create("http://proxy.example:3128"), "porter", secret))),
        access);
  }

  @Test
  void a_token_and_a_bare_proxy_are_enough() throws IOException {
    Access access =
        read("""
                - url: https://paper.example/feed
                  login: {token: "%s"}
                  proxy: http://proxy.example:3128
                """
                .formatted(reference()))
            .orElseThrow();
    assertEquals(reference(), access.token());
    assertEquals("", access.proxy().orElseThrow().user());
  }

  @Test
  void a_source_that_says_nothing_is_asked_as_any_other() throws IOException {
    assertEquals(Optional.empty(), read("- url: https://paper.example/feed\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login: {user: me, password: hunter-2-of-the-mill}",
        "login: {token: hunter-2-of-the-mill}",
        "login: {token: 'x${env:PATH}hunter-2-of-the-mill'}",
        "headers: {Authorization: Bearer hunter-2-of-the-mill}",
        "headers: {Cookie: hunter-2-of-the-mill}",
        "headers: {X-Api-Key: hunter-2-of-the-mill}",
        "proxy: {url: 'http://proxy.example:1', user: me, password: hunter-2-of-the-mill}",
        "proxy: 'http://me:hunter-2-of-the-mill@proxy.example:1'",
      })
  void a_secret_in_the_file_itself_is_refused_and_not_repeated(String line) {
    Reading<List<Source>> reading = reading(line);
    assertEquals(Optional.empty(), reading.value());
    String report = FaultReport.of(reading.faults(), reading.text());
    assertTrue(reading.faults().getFirst().code().startsWith("secret-in-"), report);
    assertFalse(report.contains(PLAIN), report);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login: {token: '${env:HEADRACE_NOBODY_SETS_THIS}'}",
        "login: {token: '${file:/nowhere/at/all}'}",
        "login: {token: '${file:relative}'}",
      })
  void a_reference_that_leads_nowhere_is_told_at_once(String line) {
    assertEquals("secret-missing", reading(line).faults().getFirst().code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "headers: {Host: other.example}",
        "headers: {If-None-Match: x}",
        "headers: {Content-Length: '5'}",
        "headers: {User-Agent: Mill}",
        "headers: {'X Y': z}",
        "headers: {'X:': z}",
        "login: {user: me}",
        "login: {user: me, password: '${env:PATH}', token: '${env:PATH}'}",
      })
  void what_would_break_a_request_is_refused(String line) {
    assertEquals("not-allowed", reading(line).faults().getFirst().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy: socks5://a.example:1", "proxy: a.example", "proxy: 'http:// x'"})
  void a_proxy_is_an_http_proxy(String line) {
    assertEquals("not-a-proxy", reading(line).faults().getFirst().code());
  }

  private static Reading<List<Source>> reading(String line) {
    return SourcesFile.read("s", "- url: https://paper.example/feed\n  " + line + "\n");
  }

  private static Optional<Access> read(String text) {
    Reading<List<Source>> reading = SourcesFile.read("s", text);
    assertEquals(List.of(), reading.faults());
    return reading.value().orElseThrow().getFirst().access();
  }

  private String reference() throws IOException {
    Path file = folder.resolve("secret");
    Files.writeString(file, PLAIN + "\n");
    return "${file:" + file + "}";
  }
}
