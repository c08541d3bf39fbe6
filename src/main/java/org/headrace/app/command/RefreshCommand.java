package org.headrace.app.command;

import java.io.IOException;
import java.util.Optional;
import org.headrace.app.RunningProgram;
import org.headrace.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has the running program ask one source now. */
@Command(name = "refresh", description = "Have the running program ask one source now.")
final class RefreshCommand extends Verb {
  @Parameters(paramLabel = "SOURCE", description = "Its name or address.")
  private String source = "";

  @Override
  public Integer call() throws IOException {
    Optional<Settings> settings = settings();
    return settings.isEmpty()
        ? HeadraceCommand.FAULT
        : Ordered.told(this, RunningProgram.of(settings.get()).refresh(source));
  }
}
