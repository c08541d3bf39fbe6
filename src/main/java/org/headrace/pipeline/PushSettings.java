package org.headrace.pipeline;

import java.net.URI;
import java.util.Optional;
import org.headrace.model.Source;

/**
 * Whether hubs may send what is new.
 *
 * @param base address at which hubs reach this site, ending in "/"; empty if none can
 * @param inside true if only hubs inside the operator's own network can
 */
public record PushSettings(Optional<URI> base, boolean inside) {
  /** No hub is asked. */
  public static final PushSettings OFF = new PushSettings(Optional.empty(), false);

  /** The base, if hubs may send what is new of {@code source}. */
  Optional<URI> base(Source source) {
    return base.filter(found -> !source.pollOnly() && (!inside || source.privateNetwork()));
  }
}
