package org.headrace.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a form as browsers send them ({@code application/x-www-form-urlencoded}): of two
 * with one name the first counts; what cannot be decoded is empty.
 */
public final class FormFields {
  private static final int LARGEST = 16_384;

  private FormFields() {}

  /** What was sent along with {@code request}; empty if that is too long for a form. */
  public static Optional<Map<String, String>> sent(Request request) {
    byte[] body = request.body().upTo(LARGEST + 1);
    return body.length > LARGEST
        ? Optional.empty()
        : Optional.of(of(new String(body, StandardCharsets.UTF_8)));
  }

  /** The fields of a query or body. */
  public static Map<String, String> of(String encoded) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String field : encoded.split("&", -1)) {
      int sign = field.indexOf('=');
      if (sign > 0) {
        form.putIfAbsent(decoded(field.substring(0, sign)), decoded(field.substring(sign + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
