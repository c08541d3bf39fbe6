package org.headrace.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;
import org.headrace.model.Remembered;
import org.headrace.model.StoryId;

/** What has been decided before, by whichever node. Only to be used while deciding. */
public interface Known {
  /**
   * Shows the decisions after number {@code order} about articles seen at {@code from} or later, in
   * their order; not those of this transaction, see {@link Placing#placed}.
   */
  void since(long order, Instant from, Consumer<Remembered> decided);

  /** When the last article was seen about which something was decided; long ago if none was. */
  Instant latest();

  /** Articles decided about, each as it was then, in any order; without those no longer kept. */
  List<Arrival> articles(Collection<ArticleId> ids);

  /** The story with an article at {@code address} or calling it its own. */
  Optional<StoryId> byAddress(String address);

  /** The story with an article of just this text. */
  Optional<StoryId> byText(long textHash);
}
