package org.headrace.publish;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is served now. All of it changes at once, so that no reader sees half of a change. */
public final class Editions {
  private volatile Map<String, Edition> held = Map.of();
  private volatile Function<String, Optional<Edition>> others = path -> Optional.empty();

  /** Serves {@code editions} from now on, nothing else. Of two with one path the first counts. */
  public void swap(Collection<Edition> editions) {
    Map<String, Edition> byPath = new LinkedHashMap<>();
    editions.forEach(edition -> byPath.putIfAbsent(edition.path(), edition));
    held = Map.copyOf(byPath);
  }

  /** What is served at {@code path}, which begins with "/". */
  public Optional<Edition> find(String path) {
    return Optional.ofNullable(held.get(path));
  }

  /** Whom to ask for what is not made at each change; must not throw anything away. */
  public void elsewhere(Function<String, Optional<Edition>> finder) {
    others = finder;
  }

  /** What stands at {@code path}, be it served already or made when it is asked for. */
  public Optional<Edition> serve(String path) {
    Optional<Edition> found = find(path);
    return found.isPresent() ? found : others.apply(path);
  }

  /** True until the first {@link #swap}. */
  public boolean isEmpty() {
    return held.isEmpty();
  }

  /** All that is served, in no order. */
  public List<Edition> all() {
    return List.copyOf(held.values());
  }
}
