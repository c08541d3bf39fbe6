package org.headrace.pipeline;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * How much one process polls.
 *
 * @param gap least time between two turns of one host
 * @param atOnce most polls under way at once; as many are claimed ahead, to follow without a pause
 * @param processes how many poll from the same store now, this one among them; each leaves the
 *     others their part of what is due
 */
public record PollRoom(Duration gap, int atOnce, IntSupplier processes) {
  /** Of a process that is alone. */
  public PollRoom(Duration gap, int atOnce) {
    this(gap, atOnce, () -> 1);
  }
}
