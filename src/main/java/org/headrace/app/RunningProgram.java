package org.headrace.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headrace.config.Settings;
import org.headrace.web.WebSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The program that runs with the same settings, asked over the port it listens at. */
public final class RunningProgram {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI base;
  private final Optional<String> key;

  private RunningProgram(URI base, Optional<String> key) {
    this.base = base;
    this.key = key;
  }

  /** The one that {@code settings} describe, running or not. */
  public static RunningProgram of(Settings settings) {
    WebSettings web = settings.web();
    boolean everywhere = web.address().equals("0.0.0.0") || web.address().equals("[::]");
    String host = everywhere ? "127.0.0.1" : web.address();
    URI base = URI.create("http://" + host + ":" + web.port() + web.publicAddress().getRawPath());
    return new RunningProgram(base, ControlKey.of(settings));
  }

  /**
   * How it is doing.
   *
   * @param running false if nobody answers
   */
  public record Answer(boolean running, boolean ready, List<String> reasons) {
    static final Answer SILENCE = new Answer(false, false, List.of());

    public Answer {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * What came of something asked of it.
   *
   * @param status of HTTP; 0 if nobody answered
   * @param words for the operator
   */
  public record Reply(int status, String words) {
    static final Reply SILENCE = new Reply(0, "");

    /** True if a program answered at all. */
    public boolean running() {
      return status != 0;
    }

    /** True if it did what it was asked. */
    public boolean done() {
      return status == 200;
    }
  }

  /** Whether it runs and does its work. */
  public Answer health() {
    try {
      HttpResponse<String> response =
          send(HttpRequest.newBuilder(base.resolve("health/ready")).GET());
      JsonNode body = new ObjectMapper().readTree(response.body());
      List<String> reasons = new ArrayList<>();
      body.path("reasons").forEach(reason -> reasons.add(reason.asString("")));
      return body.has("ready")
          ? new Answer(true, body.path("ready").asBoolean(false), reasons)
          : Answer.SILENCE;
    } catch (IOException | JacksonException e) {
      return Answer.SILENCE;
    }
  }

  /** Has it read its files again. */
  public Reply reload() {
    return order("control/reload", "");
  }

  /** Has it ask one source now, by its name or address. */
  public Reply refresh(String source) {
    return order("control/refresh", "source=" + URLEncoder.encode(source, StandardCharsets.UTF_8));
  }

  private Reply order(String path, String form) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    try {
      HttpResponse<String> response = send(request);
      return new Reply(response.statusCode(), response.body().strip());
    } catch (IOException e) {
      return Reply.SILENCE;
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
