package org.headrace.url;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.headrace.model.WordList;

/**
 * Parameters that say where a reader came from and change nothing of what is shown. The list, with
 * who set each and where that is documented, is {@code tracking-parameters.txt}.
 */
public final class TrackingParameters {
  private static final List<Rule> RULES =
      WordList.lines(TrackingParameters.class, "tracking-parameters.txt").stream()
          .map(Rule::of)
          .toList();
  private static final Map<String, List<Rule>> BY_NAME =
      RULES.stream().filter(rule -> !rule.prefix()).collect(Collectors.groupingBy(Rule::name));
  private static final List<Rule> PREFIXES = RULES.stream().filter(Rule::prefix).toList();

  private TrackingParameters() {}

  /** True if a link to {@code host} (lower case) says the same without this parameter. */
  public static boolean isTracking(String host, String name, String value) {
    return isTracking(host, name, () -> value);
  }

  private static boolean isTracking(String host, String name, Supplier<String> value) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Rule rule : BY_NAME.getOrDefault(lower, List.of())) {
      if (rule.fits(host, value)) {
        return true;
      }
    }
    for (Rule rule : PREFIXES) {
      if (lower.startsWith(rule.name()) && rule.fits(host, value)) {
        return true;
      }
    }
    return false;
  }

  /** The query without them; untouched if it has none. */
  static String strip(String host, String query) {
    if (query.indexOf('&') < 0) {
      return !query.isEmpty() && isTracking(host, query) ? "" : query;
    }
    List<String> all = Query.parts(query);
    List<String> kept = new ArrayList<>(all.size());
    for (String part : all) {
      if (!isTracking(host, part)) {
        kept.add(part);
      }
    }
    return kept.size() == all.size() ? query : String.join("&", kept);
  }

  /** Empty if the fragment consists of nothing else. */
  static String stripFragment(String host, String fragment) {
    if (fragment.isEmpty()) {
      return fragment;
    }
    String query = fragment.startsWith("?") ? fragment.substring(1) : fragment;
    boolean parameters = query.indexOf('=') > 0;
    return parameters && Query.parts(query).stream().allMatch(part -> isTracking(host, part))
        ? ""
        : fragment;
  }

  private static boolean isTracking(String host, String part) {
    return isTracking(host, Query.name(part), () -> Query.value(part));
  }

  /**
   * One line of the list.
   *
   * @param name lower case
   * @param prefix true if the name only has to start so
   * @param value the only value that counts; empty if any does
   * @param domains the only ones it is removed for; empty if it is for all
   */
  private record Rule(String name, boolean prefix, String value, List<String> domains) {
    static Rule of(String line) {
      String[] words = line.split("\\s+");
      String[] parts = words[0].split("=", 2);
      boolean prefix = parts[0].endsWith("*");
      String name = prefix ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
      return new Rule(
          name.toLowerCase(Locale.ROOT),
          prefix,
          parts.length > 1 ? parts[1] : "",
          List.copyOf(Arrays.asList(words).subList(1, words.length)));
    }

    boolean fits(String host, Supplier<String> found) {
      boolean valueFits = value.isEmpty() || value.equalsIgnoreCase(found.get());
      return valueFits && (domains.isEmpty() || domains.stream().anyMatch(d -> isIn(host, d)));
    }

    private static boolean isIn(String host, String domain) {
      return host.equals(domain) || host.endsWith("." + domain);
    }
  }
}
