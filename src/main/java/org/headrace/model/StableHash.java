package org.headrace.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A number made from a text that is the same on every machine and in every version. */
public final class StableHash {
  private StableHash() {}

  /** The first 63 bits of the SHA-256 of {@code text} in UTF-8: never negative. */
  public static long of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The first 63 bits of the SHA-256 of {@code bytes}: never negative. */
  public static long of(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return ByteBuffer.wrap(digest).getLong() & Long.MAX_VALUE;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
