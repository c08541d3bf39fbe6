package org.headrace.fetch;

import java.net.URI;
import java.util.Optional;
import org.headrace.model.Trust;
import org.headrace.model.Validators;

/**
 * One thing to ask the web for.
 *
 * @param address absolute; anything but http and https is refused
 * @param validators from last time, sent byte for byte; {@link Validators#NONE} asks for all of it
 * @param trust what the operator said about the server of the source it is for. It counts while the
 *     request is on that server and has never left it
 */
public record FetchRequest(URI address, Validators validators, Wanted wanted, Trust trust) {

  /** For a source about which nothing was said but whether it may lie inside. */
  public FetchRequest(URI address, Validators validators, Wanted wanted, boolean privateNetwork) {
    this(address, validators, wanted, new Trust(address, privateNetwork, Optional.empty()));
  }
}
