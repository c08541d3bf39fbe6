package org.headrace.url;

import java.util.Locale;
import java.util.Optional;

/** Splits references the way browsers do (WHATWG URL Standard, 4.4), for http and https only. */
final class AddressReader {
  /** Longer ones are no addresses but smuggled content. */
  static final int LONGEST = 8192;

  private AddressReader() {}

  static Optional<WebAddress> readAbsolute(String address) {
    return read(address, Optional.empty());
  }

  static Optional<WebAddress> read(String reference, Optional<WebAddress> base) {
    if (reference.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<WebAddress> plain = PlainReference.read(reference, base);
    return plain.isPresent() ? plain : repaired(reference, base);
  }

  private static Optional<WebAddress> repaired(String reference, Optional<WebAddress> base) {
    String text = WhiteSpace.removed(reference);
    String scheme = scheme(text);
    if (scheme.isEmpty()) {
      return relative(text, base);
    }
    String rest = text.substring(scheme.length() + 1);
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "http" -> after("http", rest, base);
      case "https" -> after("https", rest, base);
      case "feed" -> feed(rest);
      default -> Optional.empty();
    };
  }

  /** {@code feed://host/path} means http; {@code feed:https://host/path} says what it means. */
  private static Optional<WebAddress> feed(String rest) {
    return scheme(rest).isEmpty() ? absolute("http", rest) : readAbsolute(rest);
  }

  private static Optional<WebAddress> after(String scheme, String rest, Optional<WebAddress> base) {
    boolean sameSchemeNoHost =
        leadingSlashes(rest) < 2 && base.filter(b -> b.scheme().equals(scheme)).isPresent();
    return sameSchemeNoHost ? relative(rest, base) : absolute(scheme, rest);
  }

  private static Optional<WebAddress> relative(String text, Optional<WebAddress> base) {
    if (leadingSlashes(text) >= 2) {
      return absolute(base.map(WebAddress::scheme).orElse("https"), text);
    }
    return base.flatMap(known -> onto(known, text));
  }

  private static Optional<WebAddress> absolute(String scheme, String rest) {
    String text = rest.substring(leadingSlashes(rest));
    int end = endOfAuthority(text);
    Tail tail = Tail.of(text.substring(end));
    return Authority.read(scheme, text.substring(0, end))
        .flatMap(
            place ->
                checked(
                    new WebAddress(
                        scheme,
                        place.userInfo(),
                        place.host(),
                        place.port(),
                        AddressPath.normal(tail.path()),
                        tail.query(),
                        tail.fragment())));
  }

  private static Optional<WebAddress> onto(WebAddress base, String text) {
    Tail tail = Tail.of(text);
    boolean samePath = tail.path().isEmpty();
    String query = samePath && tail.query().isEmpty() ? base.query() : tail.query();
    String path = samePath ? base.path() : AddressPath.resolved(base.path(), tail.path());
    return checked(
        new WebAddress(
            base.scheme(),
            base.userInfo(),
            base.host(),
            base.port(),
            path,
            query,
            tail.fragment()));
  }

  /** Whatever leaves here can be turned into a {@code java.net.URI}. */
  private static Optional<WebAddress> checked(WebAddress address) {
    boolean plain =
        address.userInfo().isEmpty()
            && !address.host().startsWith("[")
            && PercentEncoding.isPlain(address.path())
            && PercentEncoding.isPlain(address.query())
            && PercentEncoding.isPlain(address.fragment());
    if (plain) {
      return Optional.of(address);
    }
    try {
      address.uri();
      return Optional.of(address);
    } catch (IllegalArgumentException notEvenEscaped) {
      return Optional.empty();
    }
  }

  private static String scheme(String text) {
    int at = 0;
    while (at < text.length() && isSchemeLetter(text.charAt(at), at)) {
      at++;
    }
    return at > 0 && at < text.length() && text.charAt(at) == ':' ? text.substring(0, at) : "";
  }

  private static boolean isSchemeLetter(char c, int at) {
    boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return letter || (at > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'));
  }

  private static int leadingSlashes(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '\\')) {
      at++;
    }
    return at;
  }

  private static int endOfAuthority(String text) {
    int at = 0;
    while (at < text.length() && "/\\?#".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** What follows the authority, each part escaped as browsers escape it. */
  private record Tail(String path, String query, String fragment) {
    static Tail of(String text) {
      int hash = text.indexOf('#');
      String fragment = hash < 0 ? "" : text.substring(hash + 1);
      String front = hash < 0 ? text : text.substring(0, hash);
      int mark = front.indexOf('?');
      String query = mark < 0 ? "" : front.substring(mark + 1);
      String path = mark < 0 ? front : front.substring(0, mark);
      return new Tail(
          PercentEncoding.path(path.replace('\\', '/')),
          PercentEncoding.query(query),
          PercentEncoding.fragment(fragment));
    }
  }
}
