package org.headrace.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/**
 * A socket that takes in only so many bytes. Limits on lines, headers and bodies all have gaps - a
 * flood of interim answers, chunks that are nothing but extensions - and every one ends here.
 */
final class MeteredSocket extends Socket {
  private volatile long left;

  /** {@code head} is what may come before {@link #allow} is called. */
  MeteredSocket(long head) {
    left = head;
  }

  /** Lets that many more bytes in. */
  void allow(long more) {
    left = more;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Metered(super.getInputStream());
  }

  private final class Metered extends FilterInputStream {
    Metered(InputStream wire) {
      super(wire);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count(Math.max(read, 0));
      return read;
    }

    /** One thread reads, so no update is lost. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void count(int read) throws OverLimitException {
      left -= read;
      if (left < 0) {
        throw new OverLimitException("the server sends without end");
      }
    }
  }
}
