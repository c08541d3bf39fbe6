package org.headrace.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.config.Reading;
import org.headrace.config.SourcesFile;
import org.headrace.model.Source;
import org.headrace.store.Document;
import org.headrace.store.DocumentTable;

/** The list in the store, the same for all nodes, with every text that it was. */
public final class SourcesInStore implements SourcePlace {
  /** The name of the document. */
  public static final String DOCUMENT = "sources.yaml";

  private final DocumentTable documents;
  private final Path own;
  private long known;

  /**
   * The list in {@code documents}.
   *
   * @param own the node's own file, which says nothing here
   */
  public SourcesInStore(DocumentTable documents, Path own) {
    this.documents = documents;
    this.own = own;
  }

  @Override
  public String name() {
    return DOCUMENT + " in the store";
  }

  @Override
  public Reading<List<Source>> read() throws IOException {
    Optional<Document> latest = documents.latest(DOCUMENT);
    known = latest.map(Document::edition).orElse(0L);
    return SourcesFile.readAlone(name(), latest.map(Document::body).orElse(""));
  }

  @Override
  public String stamp() {
    long edition = documents.edition(DOCUMENT);
    return edition == 0 ? NO_LIST : Long.toString(edition);
  }

  @Override
  public boolean settles() {
    return false;
  }

  @Override
  public void replace(String text) throws IOException {
    if (!documents.put(DOCUMENT, known, text, author(), Instant.now())) {
      throw new IOException(
          name() + " was changed by somebody else meanwhile; nothing was written, try again");
    }
    known++;
  }

  /** What an operator is told who has no list in the store yet. */
  public String hint() {
    return "There is no list in the store yet: headrace import yaml " + own;
  }

  private static String author() {
    return System.getProperty("user.name", "");
  }
}
