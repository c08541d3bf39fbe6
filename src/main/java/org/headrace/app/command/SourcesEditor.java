package org.headrace.app.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headrace.config.Reading;
import org.headrace.config.SourceBlock;
import org.headrace.config.SourcesText;
import org.headrace.model.Source;

/** Changes {@code sources.yaml} on disk, a block at a time; a running program never sees half. */
final class SourcesEditor {
  private final Path file;
  private String text;

  private SourcesEditor(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Over the file as it stands, or an empty one.
   *
   * @throws IOException if it has a fault: nobody can edit what nobody can read
   */
  static SourcesEditor open(Path file) throws IOException {
    Reading<List<Source>> reading = OperatorFiles.sources(file);
    if (reading.broken()) {
      throw new IOException("first mend " + file + "\n" + reading.report().stripTrailing());
    }
    return new SourcesEditor(file, reading.text());
  }

  List<Source> sources() throws IOException {
    return org.headrace.config.SourcesFile.read(file.toString(), text).value().orElse(List.of());
  }

  boolean lists(URI address) throws IOException {
    return sources().stream().anyMatch(source -> source.address().equals(address));
  }

  /** The line of the new block. */
  int add(SourceBlock block) throws IOException {
    return apply(
        new SourcesText(text).with(block),
        "the list in "
            + file
            + " has a form that is not edited safely; add this yourself:\n"
            + block.text());
  }

  int remove(URI address) throws IOException {
    return apply(
        new SourcesText(text).without(address),
        address + " cannot be taken out of " + file + " safely; please edit it yourself");
  }

  private int apply(Optional<SourcesText.Edited> edited, String otherwise) throws IOException {
    if (edited.isEmpty()) {
      throw new IOException(otherwise.stripTrailing());
    }
    text = edited.get().text();
    return edited.get().line();
  }

  /** Replaces the file at once. */
  void save() throws IOException {
    WholeFile.replace(file, text);
  }
}
