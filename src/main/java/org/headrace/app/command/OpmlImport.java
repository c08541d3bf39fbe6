package org.headrace.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.headrace.clean.TextCleaner;
import org.headrace.config.SourceBlock;
import org.headrace.model.Page;
import org.headrace.parse.OpmlParser;
import org.headrace.parse.Outline;
import org.headrace.parse.UnreadableFeedException;

/** Takes the feeds of a list of subscriptions over into the operator's file; folders are topics. */
final class OpmlImport {
  private static final int LONGEST_TITLE = 200;

  private OpmlImport() {}

  /**
   * Adds what {@code list} names to {@code file}, which is not saved yet.
   *
   * @param told a line for each that is left out
   * @return how many were added
   */
  static int into(SourcesEditor file, Path list, Consumer<String> told) throws IOException {
    OpmlParser.Subscriptions read = read(list);
    read.refused()
        .forEach(address -> told.accept("left out: \"" + address + "\" is no address of the web"));
    int added = 0;
    for (Outline outline : read.feeds()) {
      if (file.lists(outline.feed())) {
        told.accept("left out: " + outline.feed() + " is listed already");
      } else {
        String name = TextCleaner.text(outline.title(), LONGEST_TITLE).value();
        file.add(new SourceBlock("", name, outline.feed(), outline.topics(), false));
        added++;
      }
    }
    return added;
  }

  private static OpmlParser.Subscriptions read(Path list) throws IOException {
    if (!Files.isRegularFile(list)) {
      throw new IOException("there is no file " + list);
    }
    try {
      return OpmlParser.parse(Page.of(list.toUri(), "text/xml", Files.readAllBytes(list)));
    } catch (UnreadableFeedException e) {
      throw new IOException(list + ": " + e.reason(), e);
    }
  }
}
