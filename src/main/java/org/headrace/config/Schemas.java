package org.headrace.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schemas of the operator's files, as editors read them. */
public enum Schemas {
  /** Of {@code sources.yaml}. */
  SOURCES("sources.schema.json"),
  /** Of {@code headrace.yaml}. */
  SETTINGS("headrace.schema.json");

  private final String file;

  Schemas(String file) {
    this.file = file;
  }

  /** Its name beside the operator's files. */
  public String file() {
    return file;
  }

  /** The schema itself. */
  public String text() {
    try (InputStream in = Schemas.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
