package org.headrace.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Bytes on their way to a decoder, of which the first ones can be looked at. */
final class WireInput extends PushbackInputStream {
  private static final int SIGNATURE = 4;

  private final boolean closes;

  private WireInput(InputStream source, boolean closes) {
    super(source, SIGNATURE);
    this.closes = closes;
  }

  /** Closing it leaves {@code wire} open: the library would read an unfinished body to its end. */
  static WireInput shielding(InputStream wire) {
    return new WireInput(wire, false);
  }

  /** Closing it closes {@code decoder}. */
  static WireInput from(InputStream decoder) {
    return decoder instanceof WireInput already ? already : new WireInput(decoder, true);
  }

  /** True if the bytes to come start like this. */
  boolean startsWith(int... signature) throws IOException {
    byte[] start = new byte[signature.length];
    int read = readNBytes(start, 0, start.length);
    unread(start, 0, read);
    boolean same = read == signature.length;
    for (int i = 0; same && i < read; i++) {
      same = (start[i] & 0xff) == signature[i];
    }
    return same;
  }

  /** True if the bytes to come start like zlib data (RFC 1950, 2.2). */
  boolean startsWithZlib() throws IOException {
    byte[] start = new byte[2];
    int read = readNBytes(start, 0, start.length);
    unread(start, 0, read);
    int both = (start[0] & 0xff) << 8 | (start[1] & 0xff);
    return read == start.length && (start[0] & 0x0f) == 8 && both % 31 == 0;
  }

  @Override
  public void close() throws IOException {
    if (closes) {
      super.close();
    }
  }
}
