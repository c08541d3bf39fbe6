package org.headrace.model;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One arrangement with a hub about one source (WebSub, 5).
 *
 * @param id what stands in the address the hub calls: 128 random bits, known to the hub alone
 * @param base address of the site at which the hub calls, ending in "/"
 * @param secret what the hub signs with; ASCII, less than 200 bytes
 * @param lease until when the hub sends; empty if it never agreed
 * @param failures requests in a row that came to nothing
 * @param fence number of the last claim: whoever comes with an older one changes nothing
 */
public record Subscription(
    String id,
    SourceId source,
    HubOffer offer,
    String base,
    String secret,
    State state,
    Optional<Instant> lease,
    int failures,
    long fence) {

  /** Where an arrangement stands. */
  public enum State {
    /** To be asked for, or asked for; the hub has not called back. */
    ASKED,
    /** The hub has called back: it sends until the lease ends. */
    VERIFIED,
    /** The hub does not want to. */
    REFUSED,
    /** No longer wanted: the hub is to be told. */
    GONE
  }

  /** Where every hub calls, below the base. */
  public static final String PLACE = "hub/";

  /** The address the hub calls. */
  public URI callback() {
    return URI.create(base + PLACE + id);
  }

  /** Neither the secret nor the id, which is one too. */
  @Override
  public String toString() {
    return "a subscription to " + offer.topic() + " at " + offer.hub();
  }
}
