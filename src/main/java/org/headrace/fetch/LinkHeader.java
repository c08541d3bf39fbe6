package org.headrace.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Link;

/**
 * Reads {@code Link} headers (RFC 8288, appendix B.2): each may hold several links, a quoted value
 * may hold commas, and one link may stand in several relations. Where a header can't be read, what
 * stands before that place counts.
 */
final class LinkHeader {
  private static final int LONGEST = 64 * 1024;
  private static final int MOST = 100;

  private final String text;
  private final URI base;
  private final List<Link> links = new ArrayList<>();
  private int at;

  private LinkHeader(String text, URI base) {
    this.text = text;
    this.base = base;
  }

  /**
   * The links of one header's values, in their order, one for each relation.
   *
   * @param base what a relative address is relative to
   */
  static List<Link> read(List<String> values, URI base) {
    List<Link> all = new ArrayList<>();
    for (String value : values) {
      if (value.length() <= LONGEST && all.size() < MOST) {
        all.addAll(new LinkHeader(value, base).links());
      }
    }
    return List.copyOf(all.subList(0, Math.min(all.size(), MOST)));
  }

  private List<Link> links() {
    skip(" \t,");
    while (at < text.length() && text.charAt(at) == '<' && links.size() < MOST) {
      int end = text.indexOf('>', at);
      if (end < 0) {
        return links;
      }
      String reference = text.substring(at + 1, end);
      at = end + 1;
      add(reference, parameters());
      skip(" \t,");
    }
    return links;
  }

  private void add(String reference, Map<String, String> parameters) {
    if (parameters.containsKey("anchor")) {
      return; // it is about another place than the one asked (RFC 8288, 3.2)
    }
    Optional<URI> target = LocationHeader.resolve(base, reference);
    for (String rel : parameters.getOrDefault("rel", "").split("[ \t]+", MOST)) {
      if (!rel.isEmpty() && target.isPresent()) {
        links.add(
            new Link(
                rel.toLowerCase(Locale.ROOT),
                target.get().toString(),
                parameters.getOrDefault("type", ""),
                parameters.getOrDefault("title", ""),
                parameters.getOrDefault("hreflang", ""),
                ""));
      }
    }
  }

  /** Up to the comma before the next link; of two with one name the first counts. */
  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    skip(" \t");
    while (at < text.length() && text.charAt(at) == ';') {
      skip("; \t");
      String name = until("=;, \t").toLowerCase(Locale.ROOT);
      skip(" \t");
      String value = "";
      if (at < text.length() && text.charAt(at) == '=') {
        at++;
        skip(" \t");
        value = at < text.length() && text.charAt(at) == '"' ? quoted() : until(";, \t");
      }
      if (!name.isEmpty()) {
        parameters.putIfAbsent(name, value);
      }
      skip(" \t");
    }
    at = rest();
    return parameters;
  }

  /** Over what is neither a parameter nor the next link. */
  private int rest() {
    int comma = text.indexOf(',', at);
    return comma < 0 ? text.length() : comma;
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at));
      at++;
    }
    at++;
    return value.toString();
  }

  private String until(String ends) {
    int start = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skip(String over) {
    while (at < text.length() && over.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
