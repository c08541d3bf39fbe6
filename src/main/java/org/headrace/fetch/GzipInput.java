package org.headrace.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952), member by member. The JDK's own reader calls itself for each further
 * member, so that many empty ones overflow its stack, and asks a socket whether more is "available"
 * to find out whether there is a further one. What follows the last member and is none is left.
 */
final class GzipInput extends UnpackedStream {
  private static final int BUFFER = 8192;
  private static final int HEAD = 10;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private boolean ended;

  /** Reads the head of the first member. */
  GzipInput(InputStream packed) throws IOException {
    this.packed = packed;
    if (!beginsMember()) {
      throw new ZipException("no gzip data");
    }
    readHead();
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = 0;
    while (read == 0 && length > 0 && !ended) {
      read = inflate(into, from, length);
      checksum.update(into, from, read);
      if (inflater.finished()) {
        endMember();
      } else if (read == 0) {
        feed();
      }
    }
    return read == 0 && length > 0 ? -1 : read;
  }

  private int inflate(byte[] into, int from, int length) throws ZipException {
    try {
      int read = inflater.inflate(into, from, length);
      if (inflater.needsDictionary()) {
        throw new ZipException("gzip data with a dictionary");
      }
      return read;
    } catch (DataFormatException broken) {
      throw new ZipException("broken gzip data");
    }
  }

  private void feed() throws IOException {
    if (inflater.needsInput()) {
      fill();
      inflater.setInput(buffer, at, end - at);
    }
  }

  private void endMember() throws IOException {
    at = end - inflater.getRemaining();
    if (fourBytes() != (int) checksum.getValue()
        || fourBytes() != (int) inflater.getBytesWritten()) {
      throw new ZipException("gzip data that does not fit its checksum");
    }
    ended = !beginsMember();
    if (!ended) {
      inflater.reset();
      checksum.reset();
      readHead();
    }
  }

  /** True if a member comes; what is no member may be anything. */
  private boolean beginsMember() throws IOException {
    if (at + 1 >= end) {
      keepRest();
    }
    return end - at >= 2 && (buffer[at] & 0xff) == 0x1f && (buffer[at + 1] & 0xff) == 0x8b;
  }

  /** Moves what is left to the front and reads on until there are two bytes, or the end. */
  private void keepRest() throws IOException {
    System.arraycopy(buffer, at, buffer, 0, end - at);
    end -= at;
    at = 0;
    for (int read = 0; end < 2 && read >= 0; end += Math.max(read, 0)) {
      read = packed.read(buffer, end, buffer.length - end);
    }
  }

  private void readHead() throws IOException {
    skip(2);
    int method = oneByte();
    int flags = oneByte();
    skip(HEAD - 4);
    if (method != 8) {
      throw new ZipException("gzip data of an unknown kind");
    }
    skip((flags & EXTRA) == 0 ? 0 : oneByte() | oneByte() << 8);
    skipText((flags & NAME) != 0);
    skipText((flags & COMMENT) != 0);
    skip((flags & HEADER_CHECKSUM) == 0 ? 0 : 2);
    inflater.setInput(buffer, at, end - at);
  }

  private void skipText(boolean there) throws IOException {
    while (there && oneByte() != 0) {
      // names and comments are for people with files
    }
  }

  private void skip(int bytes) throws IOException {
    for (int left = bytes; left > 0; left--) {
      oneByte();
    }
  }

  private int fourBytes() throws IOException {
    return oneByte() | oneByte() << 8 | oneByte() << 16 | oneByte() << 24;
  }

  private int oneByte() throws IOException {
    if (at >= end) {
      fill();
    }
    return buffer[at++] & 0xff;
  }

  private void fill() throws IOException {
    at = 0;
    end = Math.max(packed.read(buffer, 0, buffer.length), 0);
    if (end == 0) {
      throw new EOFException("gzip data ends too early");
    }
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }
}
