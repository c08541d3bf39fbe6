package org.headrace.model;

import java.net.URI;
import java.time.Instant;

/**
 * A feed's answer that it has moved for good (HTTP 301 or 308).
 *
 * @param to where it says it is now
 * @param days on how many different days (UTC) it has said so without a break
 * @param last when it last said so
 * @param adopted true once it is asked there
 */
public record Move(URI to, int days, Instant last, boolean adopted) {}
