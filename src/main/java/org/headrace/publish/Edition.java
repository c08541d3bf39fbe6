package org.headrace.publish;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One document as it is served: made once per change, compressed once.
 *
 * @param path begins with "/"; small letters, digits, ".", "-" and "/" only
 * @param mediaType with its charset
 * @param gzip the same document compressed; empty if that gains nothing
 * @param brotli the same document compressed; empty if that gains nothing or cannot be done here
 * @param etag strong entity tag of {@code plain} with its quotes (RFC 9110, 8.8.3)
 * @param lastModified whole seconds; moves whenever a later edition of the path differs
 */
public record Edition(
    String path,
    String mediaType,
    byte[] plain,
    byte[] gzip,
    byte[] brotli,
    String etag,
    Instant lastModified) {
  private static final String PATH_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789-./";

  public Edition {
    boolean safe = path.chars().allMatch(c -> PATH_SIGNS.indexOf(c) >= 0);
    if (!safe || !path.startsWith("/") || path.contains("..") || path.contains("/.")) {
      throw new IllegalArgumentException("not a safe path: " + path);
    }
    lastModified = Instant.ofEpochSecond(lastModified.getEpochSecond());
  }

  /** Compresses {@code plain} and gives it its tag. */
  static Edition of(String path, String mediaType, byte[] plain, Instant lastModified) {
    return new Edition(
        path,
        mediaType,
        plain,
        Compressed.gzip(plain),
        Compressed.brotli(plain),
        etag(plain),
        lastModified);
  }

  /** Name of the file it becomes on a static host: "index.html", "topic/local.atom". */
  public String file() {
    if (path.endsWith("/")) {
      return path.substring(1) + "index.html";
    }
    return path.substring(1) + (isPage() ? ".html" : "");
  }

  /** True for a page for people. */
  public boolean isPage() {
    return mediaType.startsWith("text/html");
  }

  /**
   * What follows this edition: itself if nothing differs; else one that is later, even if what
   * changed has no time of its own, so that who asks by time alone does not miss it.
   */
  Edition next(String type, byte[] document, Instant changed) {
    if (mediaType.equals(type) && Arrays.equals(plain, document)) {
      return this;
    }
    Instant later = changed.isAfter(lastModified) ? changed : lastModified.plusSeconds(1);
    return of(path, type, document, later);
  }

  private static String etag(byte[] plain) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
      return "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
