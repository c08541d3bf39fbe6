package org.headrace.push;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a hub proves with that it sent a body (WebSub, 8): an HMAC over it, as it came. */
public final class Signature {
  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private Signature() {}

  /**
   * True if {@code header} is the signature of {@code body} with {@code secret}. Takes the same
   * time wherever they differ.
   *
   * @param header {@code X-Hub-Signature}, as sent: {@code method=hexadecimal}
   */
  public static boolean holds(String header, String secret, byte[] body) {
    String text = header.strip();
    int sign = text.indexOf('=');
    String method = sign < 0 ? "" : text.substring(0, sign).toLowerCase(Locale.ROOT);
    String algorithm = METHODS.getOrDefault(method, "");
    if (algorithm.isEmpty()) {
      return false;
    }
    return bytes(text.substring(sign + 1))
        .filter(said -> MessageDigest.isEqual(said, of(algorithm, secret, body)))
        .isPresent();
  }

  private static Optional<byte[]> bytes(String hex) {
    try {
      return Optional.of(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] of(String algorithm, String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(body);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }
}
