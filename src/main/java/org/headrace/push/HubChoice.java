package org.headrace.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.headrace.model.FeedHead;
import org.headrace.model.HubOffer;
import org.headrace.model.Link;

/** Finds the hub that a feed names: in the header of the answer, else in the document. Pure. */
public final class HubChoice {
  private static final int LONGEST = 2000;

  private HubChoice() {}

  /**
   * The first hub named that can be used; empty if there is none. A feed that came encrypted is
   * taken from no hub in the open.
   *
   * @param header links of the answer's header
   * @param location where the feed was found: its topic, if it does not say what it is called
   */
  public static Optional<HubOffer> of(List<Link> header, FeedHead head, URI location) {
    return Stream.concat(named(header, "hub"), named(head.links(), "hub"))
        .filter(hub -> isSecure(hub) || !isSecure(location))
        .findFirst()
        .map(hub -> new HubOffer(hub, topic(header, head, location)));
  }

  private static URI topic(List<Link> header, FeedHead head, URI location) {
    return Stream.concat(named(header, "self"), named(head.links(), "self"))
        .findFirst()
        .orElse(location);
  }

  private static Stream<URI> named(List<Link> links, String rel) {
    return links.stream()
        .filter(link -> link.rel().toLowerCase(Locale.ROOT).equals(rel))
        .flatMap(link -> address(link.href()).stream());
  }

  private static Optional<URI> address(String href) {
    try {
      URI uri = new URI(href);
      boolean web = isSecure(uri) || "http".equalsIgnoreCase(uri.getScheme());
      boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null;
      return web && plain && href.length() <= LONGEST ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isSecure(URI address) {
    return "https".equalsIgnoreCase(address.getScheme());
  }
}
