package org.headrace.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.headrace.config.SourcesFile;
import org.headrace.model.Source;

/** Tells the operator what to write now for a feed that has moved for good. */
final class MovedSource {
  private MovedSource() {}

  /** One sentence that names the line to change, where {@code list} is a file. */
  static String words(String list, Source source, URI to) {
    return "%s: %s has moved for good and is asked there; write %s in place of %s"
        .formatted(place(list, source), source.name(), to, source.address());
  }

  private static String place(String list, Source source) {
    try {
      OptionalInt line = SourcesFile.line(Files.readString(Path.of(list)), source.address());
      return line.isPresent() ? list + ":" + line.getAsInt() : list;
    } catch (IOException | InvalidPathException e) {
      return list; // kept elsewhere
    }
  }
}
