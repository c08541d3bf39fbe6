package org.headrace.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Tells whoever watches over the program whether it lives and whether it does its work. */
final class HealthAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(HealthAnswers.class);
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final String JSON = "application/json; charset=utf-8";

  private final Supplier<Health> health;

  HealthAnswers(Supplier<Health> health) {
    this.health = health;
  }

  /** It answers, so it lives. */
  Answer live(Request request) {
    return Answer.of(200, JSON, MAPPER.writeValueAsBytes(Map.of("live", true)));
  }

  /** 200 if ready, else 503; the reasons stand in the body. */
  Answer ready(Request request) {
    Health now = ask();
    return Answer.of(now.ready() ? 200 : 503, JSON, MAPPER.writeValueAsBytes(now));
  }

  private Health ask() {
    try {
      return health.get();
    } catch (RuntimeException e) {
      LOG.warn("health cannot be told", e);
      return new Health(false, List.of("health cannot be told: " + e.getMessage()));
    }
  }
}
