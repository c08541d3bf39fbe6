package org.headrace.publish;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Makes documents small. What does not get smaller is empty. */
final class Compressed {
  private static final byte[] NOTHING = {};

  /** Five times as fast as the best level, for a tenth more bytes. */
  private static final int BROTLI_QUALITY = 6;

  private Compressed() {}

  /** RFC 1952. */
  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return smaller(bytes.toByteArray(), plain);
  }

  /** RFC 7932; empty where the machine has no native Brotli. */
  static byte[] brotli(byte[] plain) {
    if (!Brotli4jLoader.isAvailable()) {
      return NOTHING;
    }
    try {
      return smaller(Encoder.compress(plain, Encoder.Parameters.create(BROTLI_QUALITY)), plain);
    } catch (IOException e) {
      return NOTHING;
    }
  }

  private static byte[] smaller(byte[] compressed, byte[] plain) {
    return compressed.length < plain.length ? compressed : NOTHING;
  }
}
