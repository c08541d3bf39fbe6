package org.headrace.url;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.headrace.model.WordList;

/**
 * Addresses that only pass on to another one they carry within. The list is {@code
 * redirect-wrappers.txt}.
 */
final class RedirectWrappers {
  private static final int DEEPEST = 3;
  private static final Map<String, List<Wrapper>> BY_DOMAIN =
      WordList.lines(RedirectWrappers.class, "redirect-wrappers.txt").stream()
          .map(Wrapper::of)
          .collect(Collectors.groupingBy(Wrapper::domain));

  /** The last two labels of each of the domains. */
  private static final Set<String> ENDS =
      BY_DOMAIN.keySet().stream().map(RedirectWrappers::end).collect(Collectors.toSet());

  private RedirectWrappers() {}

  static WebAddress unwrap(WebAddress address) {
    WebAddress current = address;
    for (int depth = 0; depth < DEEPEST; depth++) {
      Optional<WebAddress> inner = inner(current);
      if (inner.isEmpty()) {
        return current;
      }
      current = inner.get();
    }
    return current;
  }

  /** False if no address of that host is one. */
  static boolean isHost(String host) {
    return ENDS.contains(end(host));
  }

  private static Optional<WebAddress> inner(WebAddress address) {
    List<Wrapper> wrappers = wrappers(address.host());
    if (wrappers.isEmpty()) {
      return Optional.empty();
    }
    return wrappers.stream()
        .filter(wrapper -> address.path().startsWith(wrapper.path()))
        .flatMap(wrapper -> wrapper.target(address).stream())
        .findFirst();
  }

  private static String end(String host) {
    int last = host.lastIndexOf('.');
    return host.substring(host.lastIndexOf('.', last - 1) + 1);
  }

  /** Those of the host itself and of every domain above it. */
  private static List<Wrapper> wrappers(String host) {
    if (!isHost(host)) {
      return List.of();
    }
    String domain = host;
    while (!BY_DOMAIN.containsKey(domain) && domain.indexOf('.') >= 0) {
      domain = domain.substring(domain.indexOf('.') + 1);
    }
    return BY_DOMAIN.getOrDefault(domain, List.of());
  }

  /**
   * One line of the list.
   *
   * @param path what the path starts with
   * @param places where the target stands: parameters in order of trust, or rest of the path
   */
  private record Wrapper(String domain, String path, List<String> places) {
    private static final String REST = "*";

    static Wrapper of(String line) {
      String[] words = line.split("\\s+");
      return new Wrapper(words[0], words[1], Arrays.asList(words).subList(2, words.length));
    }

    Optional<WebAddress> target(WebAddress address) {
      return places.stream()
          .flatMap(place -> found(place, address).stream())
          .flatMap(text -> absolute(text).stream())
          .findFirst();
    }

    private Optional<String> found(String place, WebAddress address) {
      return place.startsWith(REST)
          ? Optional.of(place.substring(1) + restOf(address))
          : Query.value(address.query(), place);
    }

    private String restOf(WebAddress address) {
      String query = address.query().isEmpty() ? "" : "?" + address.query();
      return address.path().substring(path.length()) + query;
    }

    private static Optional<WebAddress> absolute(String text) {
      boolean web = text.startsWith("http://") || text.startsWith("https://");
      return web ? AddressReader.readAbsolute(text) : Optional.empty();
    }
  }
}
