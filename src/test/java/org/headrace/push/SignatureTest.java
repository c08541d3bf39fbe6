package org.headrace.push;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values: RFC 2202 and RFC 4231, test case 2. */
class SignatureTest {
  private static final String KEY = "Jefe";
  private static final byte[] BODY = text("what do ya want for nothing?");
  private static final String SHA1 = "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79";
  private static final String SHA256 =
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

  @Test
  void each_method_of_the_recommendation_is_understood() {
    for (String header :
        List.of(
            "sha1=" + SHA1,
            "sha256=" + SHA256,
            "SHA256=" + SHA256.toUpperCase(java.util.Locale.ROOT),
            "sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c7"
                + "8b3239ecfab21649",
            "sha512=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a"
                + "6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737")) {
      assertTrue(Signature.holds(header, KEY, BODY), header);
    }
  }

  @Test
  void anything_else_is_no_signature() {
    for (String header :
        List.of(
            "",
            "=",
            "sha1",
            "sha1=",
            SHA1,
            "sha1=" + SHA1.substring(2),
            "sha1=" + SHA1 + "00",
            "sha1=" + SHA1.replace('e', 'f'),
            "sha1=" + "zz".repeat(20),
            "sha256=" + SHA1,
            "md5=d41d8cd98f00b204e9800998ecf8427e",
            "sha1=" + SHA1 + ", sha256=" + SHA256)) {
      assertFalse(Signature.holds(header, KEY, BODY), header);
    }
    assertFalse(Signature.holds("sha1=" + SHA1, "other", BODY));
    assertFalse(Signature.holds("sha1=" + SHA1, KEY, text("what do ya want?")));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
