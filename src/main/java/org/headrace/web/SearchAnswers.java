package org.headrace.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Looks stories up by their words: {@code /search?q=words}. */
public final class SearchAnswers {
  private static final int LONGEST = 200;

  private final Function<String, byte[]> page;

  /** {@code page} makes the page of HTML for a query. */
  public SearchAnswers(Function<String, byte[]> page) {
    this.page = page;
  }

  /** The place where it answers. */
  public Route route() {
    return Route.get("/search", this::answer);
  }

  private Answer answer(Request request) {
    return new Answer(
            200,
            java.util.Map.of(
                "Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-cache"),
            page.apply(query(request.query())));
  }

  /** The value of {@code q}; empty if there is none that can be read. */
  private static String query(String written) {
    for (String pair : written.split("&", 20)) {
      if (pair.startsWith("q=")) {
        String value = pair.substring(2);
        try {
          String text = URLDecoder.decode(value, StandardCharsets.UTF_8);
          return text.substring(0, Math.min(LONGEST, text.length()));
        } catch (IllegalArgumentException e) {
          return "";
        }
      }
    }
    return "";
  }
}
