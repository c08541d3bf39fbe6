package org.headrace.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Access;
import org.headrace.model.Trust;

/**
 * How a source is asked, with what its references to secrets stand for. Lives as long as one
 * request.
 */
final class Asking {
  private final Trust trust;
  private final Map<String, String> everywhere;
  private final Map<String, String> atHome;
  private final Optional<Relay> relay;

  private Asking(
      Trust trust,
      Map<String, String> everywhere,
      Map<String, String> atHome,
      Optional<Relay> relay) {
    this.trust = trust;
    this.everywhere = everywhere;
    this.atHome = atHome;
    this.relay = relay;
  }

  /**
   * @param headers what is sent whoever is asked
   */
  static Asking of(Trust trust, Map<String, String> headers, Secrets secrets)
      throws Secrets.MissingSecretException {
    Map<String, String> everywhere = new LinkedHashMap<>(headers);
    Map<String, String> atHome = new LinkedHashMap<>();
    if (trust.access().isEmpty()) {
      return new Asking(trust, everywhere, atHome, Optional.empty());
    }
    Access access = trust.access().get();
    if (!access.userAgent().isEmpty()) {
      everywhere.put("User-Agent", value(access.userAgent(), secrets));
    }
    for (Access.Header header : access.headers()) {
      atHome.put(header.name(), value(header.value(), secrets));
    }
    login(access, secrets).ifPresent(login -> atHome.put("Authorization", login));
    return new Asking(trust, everywhere, atHome, relay(access, secrets));
  }

  /** The same, for something else of the same source. */
  Asking with(Map<String, String> headers) {
    Map<String, String> others = new LinkedHashMap<>(headers);
    others.put("User-Agent", everywhere.getOrDefault("User-Agent", ""));
    return new Asking(trust, others, atHome, relay);
  }

  /** True if {@code place} is on the server about which the operator said something. */
  boolean isHome(URI place) {
    return trust.covers(place);
  }

  /**
   * @param home true if the request is there and was never elsewhere
   */
  Map<String, String> headers(boolean home) {
    Map<String, String> headers = new LinkedHashMap<>(everywhere);
    if (home) {
      headers.putAll(atHome);
    }
    return headers;
  }

  /** True if the server may lie inside the operator's network. */
  boolean mayBeInside(boolean home) {
    return home && trust.privateNetwork();
  }

  Optional<Relay> relay() {
    return relay;
  }

  private static Optional<String> login(Access access, Secrets secrets)
      throws Secrets.MissingSecretException {
    if (!access.token().isEmpty()) {
      return Optional.of("Bearer " + value(access.token(), secrets));
    }
    if (access.user().isEmpty()) {
      return Optional.empty();
    }
    String both = value(access.user(), secrets) + ":" + secrets.lookedUp(access.password());
    return Optional.of(
        "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
  }

  private static Optional<Relay> relay(Access access, Secrets secrets)
      throws Secrets.MissingSecretException {
    if (access.proxy().isEmpty()) {
      return Optional.empty();
    }
    Access.Proxy proxy = access.proxy().get();
    if (Target.of(proxy.address()) instanceof Target target) {
      return Optional.of(
          new Relay(target, secrets.lookedUp(proxy.user()), secrets.lookedUp(proxy.password())));
    }
    throw new Secrets.MissingSecretException("the address of the proxy cannot be read");
  }

  /** One line of a header; a line break would begin another one. */
  private static String value(String written, Secrets secrets)
      throws Secrets.MissingSecretException {
    String value = secrets.lookedUp(written);
    if (value.chars().anyMatch(c -> c < 0x20 || c >= 0x7f)) {
      throw new Secrets.MissingSecretException(
          "what is set for its headers is not one line of plain ASCII");
    }
    return value;
  }
}
