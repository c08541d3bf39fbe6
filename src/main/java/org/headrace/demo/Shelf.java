package org.headrace.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Where the texts of the press stand: resources beside this class, all in UTF-8. */
final class Shelf {
  private Shelf() {}

  static String text(String place) {
    try (InputStream stream = Shelf.class.getResourceAsStream(place)) {
      if (stream == null) {
        throw new IllegalStateException("the demo press has no file " + place);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
