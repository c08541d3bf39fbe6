package org.headrace.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.headrace.model.Subscription;
import org.headrace.pipeline.HubCalls;
import org.headrace.pipeline.HubCalls.Receipt;

/**
 * The place where hubs call (WebSub). Who does not know the id of an arrangement learns nothing and
 * makes us read nothing.
 */
public final class PushAnswers {
  private static final String PLACE = "/" + Subscription.PLACE;
  private static final int AT_ONCE = 4;
  private static final int LONGEST_ID = 100;

  private final HubCalls calls;
  private final int most;
  private final Semaphore reading = new Semaphore(AT_ONCE);

  /**
   * Passes on to {@code calls}.
   *
   * @param mostBytes of what a hub sends at once
   */
  public PushAnswers(HubCalls calls, long mostBytes) {
    this.calls = calls;
    this.most = (int) Math.min(mostBytes, Integer.MAX_VALUE - 8);
  }

  /** To be added to the server's places. */
  public Route route() {
    return new Route(PLACE + "*", Set.of("GET", "POST"), this::answer);
  }

  private Answer answer(Request request) {
    String id = request.path().substring(PLACE.length());
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      return nobody();
    }
    return request.method().equals("POST") ? content(id, request) : intent(id, request);
  }

  /** The challenge goes back as plain text, which no browser takes for anything else. */
  private Answer intent(String id, Request request) {
    return calls
        .verify(id, request.query())
        .map(challenge -> Answer.text(200, challenge))
        .orElseGet(PushAnswers::nobody);
  }

  private Answer content(String id, Request request) {
    Optional<Receipt> objection = calls.objection(id);
    if (objection.isPresent()) {
      return receipt(objection.get());
    }
    if (!reading.tryAcquire()) {
      return Answer.text(503, "Later, please.\n").with("Retry-After", "30");
    }
    try {
      byte[] body = request.body().upTo((long) most + 1);
      if (body.length > most) {
        return Answer.text(413, "At most " + most + " bytes.\n");
      }
      String signature = request.header("X-Hub-Signature");
      return receipt(calls.hear(id, signature, request.header("Content-Type"), body));
    } finally {
      reading.release();
    }
  }

  /** A wrong signature is not told to whoever made it (WebSub, 8.1). */
  private static Answer receipt(Receipt receipt) {
    return switch (receipt) {
      case UNKNOWN -> nobody();
      case GONE -> Answer.text(410, "No longer wanted.\n");
      case IGNORED, TAKEN -> Answer.of(202, "text/plain", "".getBytes(StandardCharsets.UTF_8));
    };
  }

  private static Answer nobody() {
    return Answer.text(404, "There is no such arrangement.\n");
  }
}
