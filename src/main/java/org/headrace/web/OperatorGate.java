package org.headrace.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Lets the operator see how the program is doing, and nobody else: whoever asks on this machine
 * under a name of this machine, or sends the token along (as password of HTTP Basic, or as Bearer).
 * Where a public address is set, a proxy may ask for anybody, so that only the token counts.
 */
public final class OperatorGate {
  private final boolean local;
  private final String token;

  /** For a server with {@code settings}; an empty token opens to nobody. */
  public OperatorGate(WebSettings settings, String token) {
    this.local = isLoopback(settings.address()) && !settings.named();
    this.token = token;
  }

  /** The same place, for the operator only. */
  public Route guarded(Route route) {
    return new Route(
        route.path(),
        route.methods(),
        request -> refusal(request).orElseGet(() -> route.responder().answer(request)));
  }

  private Optional<Answer> refusal(Request request) {
    if ((local && isOfThisMachine(request)) || isKnown(request.header("Authorization"))) {
      return Optional.empty();
    }
    return Optional.of(
        token.isEmpty()
            ? Answer.text(403, "From another machine this can be seen only if web.token is set.\n")
            : Answer.text(401, "This is for who knows the token.\n")
                .with("WWW-Authenticate", "Basic realm=\"Headrace\", charset=\"UTF-8\""));
  }

  private boolean isOfThisMachine(Request request) {
    List<String> hosts = request.headers().all("Host");
    boolean passedOn =
        !request.header("X-Forwarded-For").isEmpty() || !request.header("Forwarded").isEmpty();
    return !passedOn
        && (hosts.isEmpty() || (hosts.size() == 1 && HostGate.isLoopbackName(hosts.getFirst())));
  }

  private boolean isKnown(String header) {
    if (token.isEmpty()) {
      return false;
    }
    String given = "";
    if (header.startsWith("Bearer ")) {
      given = header.substring("Bearer ".length()).strip();
    } else if (header.startsWith("Basic ")) {
      given = password(header.substring("Basic ".length()).strip());
    }
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private static String password(String encoded) {
    try {
      String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return both.substring(both.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
