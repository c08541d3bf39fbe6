package org.headrace.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The ways a document can be sent (RFC 9110, 8.4 and 12.5.3). The first is liked best. */
enum Encoding {
  BROTLI("br", "-br"),
  GZIP("gzip", "-gz"),
  IDENTITY("identity", "");

  private final String token;
  private final String tagEnd;

  Encoding(String token, String tagEnd) {
    this.token = token;
    this.tagEnd = tagEnd;
  }

  /** The name in {@code Content-Encoding}. */
  String token() {
    return token;
  }

  /** Each encoding is a representation of its own, so its strong tag is its own too. */
  String tag(String etag) {
    return etag.substring(0, etag.length() - 1) + tagEnd + "\"";
  }

  /** The tag of the document as it is, of which {@code etag} names some representation. */
  static String plainTag(String etag) {
    for (Encoding encoding : new Encoding[] {BROTLI, GZIP}) {
      if (etag.endsWith(encoding.tagEnd + '"')) {
        return etag.substring(0, etag.length() - encoding.tagEnd.length() - 1) + '"';
      }
    }
    return etag;
  }

  /**
   * The acceptable encoding with the greatest weight. Without a header, or when nothing is
   * acceptable, the document is sent as it is, which every reader understands.
   */
  static Encoding wanted(String acceptEncoding, Predicate<Encoding> available) {
    Map<String, Double> weights = weights(acceptEncoding);
    Encoding best = IDENTITY;
    double weight = weights.getOrDefault(IDENTITY.token, weights.getOrDefault("*", 0.0001));
    for (Encoding encoding : new Encoding[] {GZIP, BROTLI}) {
      double of = weights.getOrDefault(encoding.token, weights.getOrDefault("*", 0.0));
      if (of > 0 && of >= weight && available.test(encoding)) {
        best = encoding;
        weight = of;
      }
    }
    return best;
  }

  private static Map<String, Double> weights(String header) {
    Map<String, Double> weights = new HashMap<>();
    for (String part : header.split(",", 32)) {
      String[] pieces = part.split(";", 8);
      String token = pieces[0].strip().toLowerCase(Locale.ROOT);
      double weight = 1;
      for (int i = 1; i < pieces.length; i++) {
        String piece = pieces[i].strip().toLowerCase(Locale.ROOT);
        weight = piece.startsWith("q=") ? weight(piece.substring(2)) : weight;
      }
      if (!token.isEmpty()) {
        weights.put(token.equals("x-gzip") ? GZIP.token : token, weight);
      }
    }
    return weights;
  }

  /** A weight (RFC 9110, 12.4.2); what is none counts as a refusal. */
  private static double weight(String text) {
    boolean number =
        !text.isEmpty()
            && text.length() <= 5
            && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
            && text.indexOf('.') == text.lastIndexOf('.')
            && !text.equals(".");
    return number ? Math.min(1, Double.parseDouble(text)) : 0;
  }
}
