package org.headrace.fetch;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.util.Native;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.ZipException;

/**
 * Unpacks zstd (RFC 8878). The library's own stream waits for the network while it holds a monitor,
 * which ties up the carrier of a virtual thread; this one waits first and unpacks then.
 */
final class ZstdInput extends UnpackedStream {
  /** RFC 9659: on the web no more than 8 MB have to be kept for looking back. */
  private static final int WINDOW_BITS = 23;

  private static final int BUFFER = 16 * 1024;

  private final InputStream packed;
  private final ZstdDecompressCtx frame = new ZstdDecompressCtx();
  private final byte[] arrived = new byte[BUFFER];
  private final ByteBuffer source = ByteBuffer.allocateDirect(BUFFER).limit(0);
  private final ByteBuffer plain = ByteBuffer.allocateDirect(BUFFER).limit(0);
  private boolean frameEnded;
  private boolean mayHoldMore;

  ZstdInput(InputStream packed) {
    this.packed = packed;
    frame.setLongMax(WINDOW_BITS);
  }

  /** True if the native code of the library runs on this machine. */
  static boolean runs() {
    try {
      Native.load();
      return Native.isLoaded();
    } catch (LinkageError none) {
      return false;
    }
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    while (!plain.hasRemaining()) {
      if (!source.hasRemaining() && !mayHoldMore && !fill()) {
        return end();
      }
      unpack();
    }
    int read = Math.min(length, plain.remaining());
    plain.get(into, from, read);
    return read;
  }

  private boolean fill() throws IOException {
    int read = packed.read(arrived, 0, arrived.length);
    if (read < 0) {
      return false;
    }
    source.clear();
    source.put(arrived, 0, read).flip();
    return true;
  }

  private void unpack() throws IOException {
    plain.clear();
    try {
      frameEnded = frame.decompressDirectByteBufferStream(plain, source);
    } catch (ZstdException broken) {
      throw new ZipException("broken zstd data");
    }
    mayHoldMore = !plain.hasRemaining() && !frameEnded;
    plain.flip();
  }

  private int end() throws EOFException {
    if (!frameEnded) {
      throw new EOFException("zstd data ends too early");
    }
    return -1;
  }

  @Override
  public void close() {
    frame.close();
  }
}
