package org.headrace.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headrace.fetch.Secrets;
import org.headrace.model.Access;
import org.headrace.model.RequestHeaders;
import tools.jackson.databind.JsonNode;

/**
 * Reads how a source is to be asked. What is secret must be a reference: it is refused where it
 * stands in the file itself, and no message repeats it.
 */
final class SourceAccess {
  private static final List<String> KEYS = List.of("user-agent", "headers", "login", "proxy");

  /** A header with one of these in its name is for those who may. */
  private static final List<String> SECRET_WORDS =
      List.of("auth", "cookie", "token", "key", "secret", "passw", "session", "signature");

  private final Faults faults;
  private final YamlTree tree;
  private final Secrets secrets;

  SourceAccess(Faults faults, YamlTree tree, Secrets secrets) {
    this.faults = faults;
    this.tree = tree;
    this.secrets = secrets;
  }

  /** Empty if the source at {@code at} says nothing about it. */
  Optional<Access> of(JsonNode source, String at) {
    if (!source.isObject() || KEYS.stream().noneMatch(source::has)) {
      return Optional.empty();
    }
    JsonNode login = source.path("login");
    String token = secret(login, "token", at + "/login");
    String user = text(login, "user", at + "/login");
    String password = secret(login, "password", at + "/login");
    checkLogin(login, at);
    return Optional.of(
        new Access(
            text(source, "user-agent", at),
            headers(source.path("headers"), at + "/headers"),
            user,
            password,
            token,
            proxy(source.path("proxy"), at + "/proxy")));
  }

  private void checkLogin(JsonNode login, String at) {
    boolean both = login.has("token") && (login.has("user") || login.has("password"));
    boolean half = login.has("user") != login.has("password");
    if (login.isObject() && (both || half)) {
      faults.error(
          tree.value(at + "/login"),
          "not-allowed",
          "a login is a user with a password, or a token",
          "");
    }
  }

  private List<Access.Header> headers(JsonNode node, String at) {
    List<Access.Header> headers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> header : node.properties()) {
      String name = header.getKey();
      String place = YamlTree.child(at, name);
      if (!isName(name) || RequestHeaders.isOurs(name)) {
        faults.error(tree.key(place), "not-allowed", "this header cannot be set: " + name, "");
      } else if (header.getValue().isString()) {
        String value = header.getValue().asString().strip();
        checked(value, isForThoseWhoMay(name) && !Secrets.mentioned(value), place);
        headers.add(new Access.Header(name, value));
      }
    }
    return headers;
  }

  /** RFC 9110, 5.6.2. */
  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> c > 0x20 && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0);
  }

  private static boolean isForThoseWhoMay(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return SECRET_WORDS.stream().anyMatch(name::contains);
  }

  private Optional<Access.Proxy> proxy(JsonNode node, String at) {
    JsonNode url = node.isString() ? node : node.path("url");
    if (!url.isString()) {
      return Optional.empty();
    }
    String place = node.isString() ? at : at + "/url";
    Optional<URI> address = proxyAddress(url.asString().strip());
    if (address.isEmpty()) {
      boolean password = url.asString().indexOf('@') >= 0;
      faults.error(
          tree.value(place),
          password ? "secret-in-address" : "not-a-proxy",
          "a proxy is written as http://host:port, its user and password as keys of their own",
          "");
    }
    String user = text(node, "user", at);
    String password = secret(node, "password", at);
    return address.map(found -> new Access.Proxy(found, user, password));
  }

  private static Optional<URI> proxyAddress(String written) {
    try {
      URI uri = new URI(written);
      boolean plain =
          "http".equalsIgnoreCase(uri.getScheme())
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
      return plain ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** What may stand in the file, and may hold references. */
  private String text(JsonNode node, String key, String at) {
    return node.path(key).isString()
        ? checked(node.path(key).asString().strip(), false, at + "/" + key)
        : "";
  }

  /** What may be a reference only. */
  private String secret(JsonNode node, String key, String at) {
    if (!node.path(key).isString()) {
      return "";
    }
    String written = node.path(key).asString().strip();
    return checked(written, !Secrets.isReference(written), at + "/" + key);
  }

  private String checked(String written, boolean open, String at) {
    if (open) {
      faults.error(
          tree.value(at),
          "secret-in-file",
          "a secret must not stand here itself, but as ${env:NAME} or ${file:/path}",
          "");
      return "";
    }
    secrets
        .fault(written)
        .ifPresent(words -> faults.error(tree.value(at), "secret-missing", words, ""));
    return written;
  }
}
