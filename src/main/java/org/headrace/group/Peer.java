package org.headrace.group;

import org.headrace.model.Arrival;
import org.headrace.model.StoryId;

/** A known article, ready to be compared. */
record Peer(StoryId story, Reading reading) {
  Arrival arrival() {
    return reading.arrival();
  }
}
