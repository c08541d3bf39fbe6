package org.headrace.store;

import java.util.List;
import java.util.Optional;
import org.headrace.model.GroupedArrival;
import org.headrace.model.StoryId;

/** What has been decided before, by whichever node. Only to be used while deciding. */
public interface Known {
  /** Decisions after number {@code order}, in their order, at most {@code most}. */
  List<GroupedArrival> since(long order, int most);

  /** The story with an article at {@code address} or calling it its own. */
  Optional<StoryId> byAddress(String address);

  /** The story with an article of just this text. */
  Optional<StoryId> byText(long textHash);
}
