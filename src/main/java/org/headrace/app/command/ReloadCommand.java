package org.headrace.app.command;

import java.io.IOException;
import java.util.Optional;
import org.headrace.app.RunningProgram;
import org.headrace.config.Settings;
import picocli.CommandLine.Command;

/** Has the running program read its files again. */
@Command(
    name = "reload",
    description = "Have the running program read sources.yaml now; a fault changes nothing.")
final class ReloadCommand extends Verb {
  @Override
  public Integer call() throws IOException {
    Optional<Settings> settings = settings();
    return settings.isEmpty()
        ? HeadraceCommand.FAULT
        : Ordered.told(this, RunningProgram.of(settings.get()).reload());
  }
}
