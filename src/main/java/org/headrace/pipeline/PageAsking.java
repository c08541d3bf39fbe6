package org.headrace.pipeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Access;
import org.headrace.model.Source;
import org.headrace.model.Trust;

/** How a page is asked for: as its source, and with the headers that rules of its site want. */
final class PageAsking {
  private PageAsking() {}

  /**
   * What counts for a request.
   *
   * @param headers by name; what the operator wrote for the source goes before them. What was
   *     written for another server is not sent with them
   */
  static Trust trust(Source source, URI address, Map<String, String> headers) {
    return trust(source.trust(), address, headers);
  }

  /** As {@link #trust(Source, URI, Map)}, where {@code trust} is what the operator said. */
  static Trust trust(Trust trust, URI address, Map<String, String> headers) {
    if (headers.isEmpty()) {
      return trust;
    }
    boolean home = trust.covers(address);
    List<Access.Header> all = new ArrayList<>();
    headers.forEach((name, value) -> all.add(new Access.Header(name, value)));
    Optional<Access> access = trust.access();
    if (home) {
      List<Access.Header> own = access.map(Access::headers).orElse(List.of());
      all.removeIf(
          header -> own.stream().anyMatch(said -> said.name().equalsIgnoreCase(header.name())));
      all.addAll(own);
    }
    return new Trust(
        address,
        home && trust.privateNetwork(),
        Optional.of(
            new Access(
                access.map(Access::userAgent).orElse(""),
                all,
                home ? access.map(Access::user).orElse("") : "",
                home ? access.map(Access::password).orElse("") : "",
                home ? access.map(Access::token).orElse("") : "",
                access.flatMap(Access::proxy))));
  }
}
