package org.headrace.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Reads bodies, counting what is decoded, not what came over the wire. Small bodies are read as
 * they come; of large ones only a few at once, so that many bombs together cannot fill the memory
 * either.
 */
final class BodyReader {
  private static final int BLOCK = 16 * 1024;
  private static final int SMALL = 1_000_000;
  private static final int LARGE_AT_ONCE = 8;

  private final Semaphore large = new Semaphore(LARGE_AT_ONCE, true);

  /**
   * The whole body, or its first {@code terms.bytes()} if those are enough.
   *
   * @throws OverLimitException if there is more
   * @throws IOException if it ends too early, is broken, or {@code watch} has expired
   */
  byte[] read(InputStream body, Terms terms, Watch watch) throws IOException {
    List<byte[]> blocks = new ArrayList<>();
    long size = 0;
    boolean mine = false;
    try {
      for (byte[] block = block(body); block.length > 0; block = block(body)) {
        watch.check();
        size += block.length;
        blocks.add(block);
        if (size > terms.bytes()) {
          return cut(blocks, terms);
        }
        if (!mine && size > SMALL) {
          mine = takeLarge();
        }
      }
      return joined(blocks, size);
    } finally {
      if (mine) {
        large.release();
      }
    }
  }

  private boolean takeLarge() throws IOException {
    try {
      large.acquire();
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  /** Empty at the end of the body. */
  private static byte[] block(InputStream body) throws IOException {
    return body.readNBytes(BLOCK);
  }

  private static byte[] cut(List<byte[]> blocks, Terms terms) throws OverLimitException {
    if (!terms.mayBeCut()) {
      throw new OverLimitException(tooLarge(terms.bytes()));
    }
    return joined(blocks, terms.bytes());
  }

  static String tooLarge(long bytes) {
    return "the body is larger than " + bytes / 1000 + " kB";
  }

  private static byte[] joined(List<byte[]> blocks, long size) {
    byte[] whole = new byte[Math.toIntExact(size)];
    int at = 0;
    for (byte[] block : blocks) {
      int length = Math.min(block.length, whole.length - at);
      System.arraycopy(block, 0, whole, at, length);
      at += length;
    }
    return whole;
  }
}
