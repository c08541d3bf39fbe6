package org.headrace.app;

import org.headrace.app.command.HeadraceCommand;
import picocli.CommandLine;

/** Starts the program with one of its commands. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code, see {@link HeadraceCommand}. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new HeadraceCommand())
        .setExecutionExceptionHandler(
            (error, line, parsed) -> {
              line.getErr().println("headrace: " + error.getMessage());
              return HeadraceCommand.FAULT;
            })
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }
}
