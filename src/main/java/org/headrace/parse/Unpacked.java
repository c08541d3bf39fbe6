package org.headrace.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A document that may be kept packed on its server (RFC 1952), unlike one packed for the way. */
final class Unpacked {
  /** 50,000 addresses, the most of a sitemap, are shorter unless each has 300 characters. */
  private static final int MOST = 16_000_000;

  private Unpacked() {}

  /**
   * The document itself.
   *
   * @throws UnreadableFeedException if it is larger than anybody would read
   */
  static byte[] bytes(byte[] body) throws UnreadableFeedException {
    boolean packed = body.length > 2 && body[0] == (byte) 0x1F && body[1] == (byte) 0x8B;
    return packed ? unpacked(body) : body;
  }

  private static byte[] unpacked(byte[] body) throws UnreadableFeedException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new UnreadableFeedException("unpacked, the document is larger than 16 MB");
      }
      return bytes;
    } catch (IOException e) {
      throw new UnreadableFeedException("the packed document is broken");
    }
  }
}
