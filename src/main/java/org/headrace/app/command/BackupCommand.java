package org.headrace.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.headrace.config.Settings;
import org.headrace.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the store while work goes on. */
@Command(
    name = "backup",
    description = "Write a whole copy of the store into a file, while the program runs or not.")
final class BackupCommand extends Verb {
  @Parameters(paramLabel = "FILE", description = "A file that does not exist yet.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    Optional<Settings> settings = settings();
    if (settings.isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    Path whole = file.toAbsolutePath();
    if (Files.exists(whole)) {
      throw new IOException(file + " exists already");
    }
    Path folder = whole.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder);
    }
    try (Store store = Store.beside(settings.get().store())) {
      store.copyTo(whole);
    }
    say(
        "%s: %d kB. To restore it, stop the program and put it in place of headrace.db.",
        file, Files.size(whole) / 1000);
    return HeadraceCommand.WELL;
  }
}
