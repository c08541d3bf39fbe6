package org.headrace.group;

import java.time.Instant;
import org.headrace.model.Arrival;
import org.headrace.model.StoryId;

/** An article whose story is decided, as it is remembered. */
record Known(Arrival arrival, StoryId story, Instant time) {
  Known(Arrival arrival, StoryId story) {
    this(arrival, story, Times.of(arrival));
  }
}
