package org.headrace.app.command;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.headrace.config.Reading;
import org.headrace.config.SourceBlock;
import org.headrace.config.SourcesFile;
import org.headrace.config.SourcesText;
import org.headrace.model.Source;

/** Changes the list of sources, a block at a time; a running program never sees half. */
final class SourcesEditor {
  private final ListPlace place;
  private String text;

  private SourcesEditor(ListPlace place, String text) {
    this.place = place;
    this.text = text;
  }

  /**
   * Over the list as it stands, or an empty one.
   *
   * @throws IOException if it has a fault: nobody can edit what nobody can read
   */
  static SourcesEditor open(ListPlace place) throws IOException {
    Reading<List<Source>> reading = place.read();
    if (reading.broken()) {
      throw new IOException("first mend " + place.name() + "\n" + reading.report().stripTrailing());
    }
    return new SourcesEditor(place, reading.text());
  }

  List<Source> sources() throws IOException {
    return SourcesFile.read(place.name(), text).value().orElse(List.of());
  }

  boolean lists(URI address) throws IOException {
    return sources().stream().anyMatch(source -> source.address().equals(address));
  }

  /** The line of the new block. */
  int add(SourceBlock block) throws IOException {
    return apply(
        new SourcesText(text).with(block),
        "the list in "
            + place.name()
            + " has a form that is not edited safely; add this yourself:\n"
            + block.text());
  }

  int remove(URI address) throws IOException {
    return apply(
        new SourcesText(text).without(address),
        address + " cannot be taken out of " + place.name() + " safely; please edit it yourself");
  }

  private int apply(Optional<SourcesText.Edited> edited, String otherwise) throws IOException {
    if (edited.isEmpty()) {
      throw new IOException(otherwise.stripTrailing());
    }
    text = edited.get().text();
    return edited.get().line();
  }

  /** Replaces the list at once. */
  void save() throws IOException {
    place.replace(text);
  }
}
