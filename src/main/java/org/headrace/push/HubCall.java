package org.headrace.push;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a hub wants to know when it calls (WebSub, 5.2 and 5.3). */
public sealed interface HubCall {
  /** Longest challenge that is repeated, and longest reason that is kept. */
  int LONGEST = 4096;

  /**
   * Did we ask for this?
   *
   * @param subscribe false if for the end of it
   * @param topic as sent
   * @param challenge to be repeated if we did
   * @param lease how long the hub will send; empty if it does not say
   */
  record Intent(boolean subscribe, String topic, String challenge, Optional<Duration> lease)
      implements HubCall {}

  /** The hub will not send, or sends no more. {@code reason} is the hub's; may be empty. */
  record Denied(String topic, String reason) implements HubCall {}

  /** Nothing that a hub says. */
  record Nonsense() implements HubCall {}

  /**
   * Reads the query of a call. Of two values with one name the first counts.
   *
   * @param query as sent, without the question mark
   */
  static HubCall of(String query) {
    Map<String, String> fields = new HashMap<>();
    try {
      for (String field : query.split("&", 100)) {
        int sign = field.indexOf('=');
        if (sign > 0) {
          fields.putIfAbsent(decoded(field.substring(0, sign)), decoded(field.substring(sign + 1)));
        }
      }
    } catch (IllegalArgumentException e) {
      return new Nonsense();
    }
    return of(fields);
  }

  private static HubCall of(Map<String, String> fields) {
    String mode = fields.getOrDefault("hub.mode", "");
    String topic = fields.getOrDefault("hub.topic", "");
    String challenge = fields.getOrDefault("hub.challenge", "");
    if (mode.equals("denied")) {
      String reason = fields.getOrDefault("hub.reason", "");
      return new Denied(topic, reason.substring(0, Math.min(reason.length(), LONGEST)));
    }
    boolean known = mode.equals("subscribe") || mode.equals("unsubscribe");
    return known && !challenge.isEmpty() && challenge.length() <= LONGEST
        ? new Intent(mode.equals("subscribe"), topic, challenge, lease(fields))
        : new Nonsense();
  }

  private static Optional<Duration> lease(Map<String, String> fields) {
    try {
      long seconds = Long.parseLong(fields.getOrDefault("hub.lease_seconds", ""));
      return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
