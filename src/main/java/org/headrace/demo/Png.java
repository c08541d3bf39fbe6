package org.headrace.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes pictures of 8 bits a colour without transparency.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG specification</a>
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] TRUE_COLOUR = {8, 2, 0, 0, 0};

  /** What a picture shows; {@code x} and {@code y} run from 0 to 1, right and down. */
  @FunctionalInterface
  interface Paint {
    /** Colour as 0xRRGGBB. */
    int at(double x, double y);
  }

  private Png() {}

  static byte[] of(int width, int height, Paint paint) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    chunk(
        out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(TRUE_COLOUR).array());
    chunk(out, "IDAT", deflated(rows(width, height, paint)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Each row starts with the number of its filter: 0, none. */
  private static byte[] rows(int width, int height, Paint paint) {
    ByteBuffer rows = ByteBuffer.allocate(height * (1 + 3 * width));
    for (int y = 0; y < height; y++) {
      rows.put((byte) 0);
      for (int x = 0; x < width; x++) {
        int colour = paint.at((x + 0.5) / width, (y + 0.5) / height);
        rows.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
      }
    }
    return rows.array();
  }

  private static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
    byte[] typed =
        ByteBuffer.allocate(4 + content.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(content)
            .array();
    CRC32 sum = new CRC32();
    sum.update(typed);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(typed);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
