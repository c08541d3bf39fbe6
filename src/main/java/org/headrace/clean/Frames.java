package org.headrace.clean;

import java.util.Map;
import org.headrace.url.WebAddress;

/**
 * Players of other sites that may be framed: a short list of hosts, and the path of their player.
 */
final class Frames {
  /** It waits until it is near, and has its own script and storage, and a way to its site. */
  static final String MANNERS =
      " loading=\"lazy\" sandbox=\"allow-scripts allow-same-origin allow-popups"
          + " allow-presentation\"";

  private static final Map<String, String> PLAYERS =
      Map.of(
          "youtube.com", "/embed",
          "youtube-nocookie.com", "/embed",
          "player.vimeo.com", "/video",
          "w.soundcloud.com", "/player",
          "open.spotify.com", "/embed",
          "bandcamp.com", "/EmbeddedPlayer");

  private Frames() {}

  static AttributeRule source() {
    return (value, around) ->
        around
            .resolve(value)
            .filter(Frames::isPlayer)
            .map(Frames::encrypted)
            .map(WebAddress::toString);
  }

  private static boolean isPlayer(WebAddress address) {
    return address.userInfo().isEmpty()
        && address.port() < 0
        && PLAYERS.entrySet().stream()
            .anyMatch(
                player ->
                    isIn(address.host(), player.getKey())
                        && address.path().startsWith(player.getValue()));
  }

  private static boolean isIn(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }

  private static WebAddress encrypted(WebAddress address) {
    return new WebAddress(
        "https", "", address.host(), -1, address.path(), address.query(), address.fragment());
  }
}
