package org.headrace.app;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.headrace.config.Reading;
import org.headrace.config.SourcesFile;
import org.headrace.model.Source;

/** The list in {@code sources.yaml} and what that includes. */
public final class SourcesInFile implements SourcePlace {
  private final Path file;
  private List<Path> included = List.of();

  /** The list in {@code file}, which need not exist. */
  public SourcesInFile(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public Reading<List<Source>> read() throws IOException {
    if (!Files.exists(file)) {
      included = List.of();
      return SourcesFile.read(file.toString(), "");
    }
    try {
      Reading<List<Source>> reading = SourcesFile.read(file);
      included = reading.included().keySet().stream().sorted().map(Path::of).toList();
      return reading;
    } catch (MalformedInputException e) {
      throw new IOException(file + " is not in UTF-8", e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Of the file and all that it included when it was last read. */
  @Override
  public String stamp() {
    StringBuilder stamps = new StringBuilder(stamp(file));
    if (stamps.isEmpty()) {
      return NO_LIST;
    }
    included.forEach(one -> stamps.append('\n').append(one).append(stamp(one)));
    return stamps.toString();
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.lastModifiedTime()
          + " "
          + attributes.size()
          + " "
          + Optional.ofNullable(attributes.fileKey()).map(Object::toString).orElse("");
    } catch (IOException e) {
      return NO_LIST; // not there, or not to be seen
    }
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public void replace(String text) throws IOException {
    WholeFile.replace(file, text);
  }
}
