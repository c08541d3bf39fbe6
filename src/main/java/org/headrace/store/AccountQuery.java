package org.headrace.store;

import java.util.List;
import java.util.Optional;
import org.headrace.model.SourceId;

/**
 * Which entries are asked for.
 *
 * @param words that stand in the title, whatever their case; empty if any do
 * @param sources of one of these; of any if there are none
 * @param state empty if it does not matter
 */
public record AccountQuery(String words, List<SourceId> sources, Optional<Account.State> state) {

  public AccountQuery {
    sources = List.copyOf(sources);
  }
}
