package org.headrace.discover;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.discover.Candidate.Scope;
import org.headrace.discover.Candidate.Sign;
import org.headrace.model.WordList;
import org.headrace.url.CanonicalUrl;
import org.headrace.url.HostKey;
import org.jspecify.annotations.Nullable;

/**
 * Sites of which it is known where they keep the feed to an address: see {@code known-sites.txt}.
 * Nothing is asked, and no address is tried that the site does not document or link to itself.
 */
final class KnownSites {
  private static final List<Row> ROWS =
      WordList.lines(KnownSites.class, "known-sites.txt").stream().map(Row::of).toList();

  private KnownSites() {}

  /** Where the feeds to {@code page} are, the best first; empty if nobody knows. */
  static List<Candidate> of(URI page) {
    List<Candidate> found = new ArrayList<>();
    for (Row row : ROWS) {
      row.feed(page)
          .flatMap(feed -> CanonicalUrl.resolve(feed, page))
          .filter(feed -> !feed.equals(page))
          .ifPresent(feed -> found.add(new Candidate(feed, "", Sign.KNOWN_SITE, Scope.SITE)));
    }
    return found;
  }

  /**
   * One rule: pages of a host whose addresses look like this have a feed there.
   *
   * @param path its segments; {@code {name}} stands for any segment, {@code **} for the rest
   * @param query such as {@code list={id}}; empty if it does not matter
   */
  private record Row(String host, List<String> path, String query, String feed) {

    static Row of(String line) {
      String[] columns = line.strip().split("\\s+");
      String[] halves = columns[1].split("\\?", 2);
      return new Row(
          columns[0], segments(halves[0]), halves.length > 1 ? halves[1] : "", columns[2]);
    }

    Optional<String> feed(URI page) {
      String asked = HostKey.host(page);
      if (!asked.equals(host) && !asked.endsWith("." + host)) {
        return Optional.empty();
      }
      Map<String, String> values = new HashMap<>();
      values.put("host", asked);
      return fits(segments(page.getRawPath()), values) && fits(page.getRawQuery(), values)
          ? Optional.of(filled(values))
          : Optional.empty();
    }

    private boolean fits(List<String> written, Map<String, String> values) {
      boolean open = !path.isEmpty() && path.getLast().equals("**");
      int fixed = open ? path.size() - 1 : path.size();
      if (written.size() < fixed || !open && written.size() > fixed) {
        return false;
      }
      for (int i = 0; i < fixed; i++) {
        if (!fits(path.get(i), written.get(i), values)) {
          return false;
        }
      }
      return true;
    }

    /** {@code {name}}, {@code @{name}} and the like; or the very word. */
    private static boolean fits(String pattern, String written, Map<String, String> values) {
      int start = pattern.indexOf('{');
      int end = pattern.indexOf('}');
      if (start < 0) {
        return pattern.equals(written);
      }
      String before = pattern.substring(0, start);
      String after = pattern.substring(end + 1);
      boolean fits =
          written.length() > before.length() + after.length()
              && written.startsWith(before)
              && written.endsWith(after);
      if (fits) {
        values.put(
            pattern.substring(start + 1, end),
            written.substring(before.length(), written.length() - after.length()));
      }
      return fits;
    }

    private boolean fits(@Nullable String written, Map<String, String> values) {
      if (query.isEmpty()) {
        return true;
      }
      for (String pair : written == null ? new String[0] : written.split("&")) {
        if (fits(query, pair, values)) {
          return true;
        }
      }
      return false;
    }

    private String filled(Map<String, String> values) {
      String address = feed;
      for (Map.Entry<String, String> value : values.entrySet()) {
        address = address.replace("{" + value.getKey() + "}", value.getValue());
      }
      return address;
    }

    private static List<String> segments(@Nullable String path) {
      return path == null
          ? List.of()
          : Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }
  }
}
