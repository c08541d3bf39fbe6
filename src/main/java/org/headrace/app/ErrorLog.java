package org.headrace.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.headrace.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator, in one line, why a route gave up; a fault of the program with its trace. The
 * same words come once a minute, with how often they would have come since.
 */
public final class ErrorLog {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorLog.class);

  private final Repeats repeats = new Repeats(Duration.ofMinutes(1));
  private final InstantSource clock;

  ErrorLog(InstantSource clock) {
    this.clock = clock;
  }

  /** Called by the routes' error handling. The work itself waits in the store. */
  public void tell(Exception caught) {
    Throwable root = root(caught);
    String words = words(caught, root);
    Optional<String> line = repeats.line(words, clock.instant());
    if (line.isEmpty()) {
      LOG.debug("once more: {}", words);
    } else if (root instanceof Error || root instanceof NullPointerException) {
      LOG.error("a fault of the program: {}; the work will be taken up again", line.get(), root);
    } else {
      LOG.error("{}; the work will be taken up again", line.get());
      LOG.debug("where it happened", caught);
    }
  }

  /** What the store says of its trouble is said for the operator; else the first cause speaks. */
  private static String words(Throwable caught, Throwable root) {
    for (Throwable cause = caught; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreException trouble) {
        return String.valueOf(trouble.getMessage()).replaceFirst("\\.$", "");
      }
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private static Throwable root(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
