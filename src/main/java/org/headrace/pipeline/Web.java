package org.headrace.pipeline;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.FetchOutcome;
import org.headrace.model.PostOutcome;
import org.headrace.model.Trust;
import org.headrace.model.Validators;

/** The edge to other people's servers; a test puts a hand-written web here. */
public interface Web {
  /**
   * Asks for a feed. Waits for the host's turn, then for the answer.
   *
   * @param trust what the operator said about the source's server
   */
  FetchOutcome feed(URI address, Validators validators, Trust trust);

  /** Asks for the page behind an entry, if its site allows robots there. */
  FetchOutcome page(URI address, Trust trust);

  /**
   * How long the host of {@code address} is still to be left alone, as its last answers and its
   * robots.txt want it.
   */
  default Duration rest(URI address) {
    return Duration.ZERO;
  }

  /**
   * Asks for a page that lists entries and is asked again and again, if its site allows robots
   * there.
   */
  default FetchOutcome listing(URI address, Validators validators, Trust trust) {
    return page(address, trust);
  }

  /**
   * Tells a server something by a form. Waits for the host's turn, then for the answer.
   *
   * @param fields in the order sent; may hold secrets
   */
  default PostOutcome tell(URI address, Map<String, String> fields, Trust trust) {
    return new PostOutcome.Failed(0, Optional.empty(), "nobody can be told anything here");
  }

  /** True once nothing more is to be asked: what an answer says from then on means nothing. */
  boolean closed();
}
