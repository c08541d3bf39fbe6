package org.headrace.fetch;

import java.io.IOException;
import java.io.InputStream;

/** Unpacked bytes, which come in blocks: a single one is a block of one. */
abstract class UnpackedStream extends InputStream {
  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] into, int from, int length) throws IOException;
}
