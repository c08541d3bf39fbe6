package org.headrace.fetch;

import java.net.URI;
import org.headrace.model.Validators;

/**
 * One thing to ask the web for.
 *
 * @param address absolute; anything but http and https is refused
 * @param validators from last time, sent byte for byte; {@link Validators#NONE} asks for all of it
 * @param privateNetwork true if the host of {@code address} may lie inside the operator's own
 *     network, at any port. It opens that host only: a redirect to another one is checked as ever
 */
public record FetchRequest(
    URI address, Validators validators, Wanted wanted, boolean privateNetwork) {}
