package org.headrace.app.lab;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of answers, a line each. */
final class AnswerFile {
  private AnswerFile() {}

  /**
   * Writes UTF-8 anew. Half of a character, which JSON can name and UTF-8 cannot, becomes a
   * question mark: one odd case must not end the run.
   *
   * @throws IOException if the file cannot be written
   */
  static BufferedWriter writer(Path out) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(Files.newOutputStream(out), StandardCharsets.UTF_8));
  }
}
