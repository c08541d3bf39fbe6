package org.headrace.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.headrace.config.SourcesFile;
import org.headrace.model.Source;

/** Tells the operator what to write now for a feed that has moved for good. */
final class MovedSource {
  private MovedSource() {}

  /** One sentence that names the line to change. */
  static String words(Path file, Source source, URI to) {
    return "%s: %s has moved for good and is asked there; write %s in place of %s"
        .formatted(place(file, source), source.name(), to, source.address());
  }

  private static String place(Path file, Source source) {
    try {
      OptionalInt line = SourcesFile.line(Files.readString(file), source.address());
      return line.isPresent() ? file + ":" + line.getAsInt() : file.toString();
    } catch (IOException e) {
      return file.toString();
    }
  }
}
