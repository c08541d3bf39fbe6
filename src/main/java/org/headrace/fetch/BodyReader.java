package org.headrace.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Reads bodies, counting what is decoded, not what came over the wire. All bodies being read share
 * a part of the memory; while it is used up, only a few are read on, so that many bombs together
 * cannot fill the memory either, and none waits for ever.
 */
final class BodyReader {
  private static final int BLOCK = 16 * 1024;
  private static final int PART_OF_MEMORY = 4;
  private static final int BEYOND = 8;

  private final Semaphore blocks =
      new Semaphore((int) (Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / BLOCK));
  private final Semaphore beyond = new Semaphore(BEYOND, true);

  /**
   * The whole body, or its first {@code terms.bytes()} if those are enough.
   *
   * @throws OverLimitException if there is more
   * @throws IOException if it ends too early, is broken, or {@code watch} has expired
   */
  byte[] read(InputStream body, Terms terms, Watch watch) throws IOException {
    List<byte[]> read = new ArrayList<>();
    Room room = new Room();
    long size = 0;
    try {
      for (byte[] block = block(body); block.length > 0; block = block(body)) {
        watch.check();
        size += block.length;
        read.add(block);
        if (size > terms.bytes()) {
          return cut(read, terms);
        }
        room.grow();
      }
      return joined(read, size);
    } finally {
      room.free();
    }
  }

  /** What one body takes of the memory. */
  private final class Room {
    private int taken;
    private boolean isBeyond;

    void grow() throws IOException {
      if (isBeyond) {
        return;
      }
      if (blocks.tryAcquire()) {
        taken++;
        return;
      }
      try {
        beyond.acquire();
        isBeyond = true;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", stopped);
      }
    }

    void free() {
      blocks.release(taken);
      if (isBeyond) {
        beyond.release();
      }
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
