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
    CommandLine line =
        new CommandLine(new HeadraceCommand())
            .setExecutionExceptionHandler(
                (error, command, parsed) -> {
                  command.getErr().println("headrace: " + error.getMessage());
                  return HeadraceCommand.FAULT;
                })
            .setUsageHelpAutoWidth(true)
            .setCaseInsensitiveEnumValuesAllowed(true);
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError full) {
      line.getErr()
          .printf(
              "headrace: its memory of %d MB is full; let feeds hold fewer stories (feed.items),"
                  + " or give it more with HEADRACE_JVM=-Xmx1g%n",
              Runtime.getRuntime().maxMemory() >> 20);
      return HeadraceCommand.FAULT;
    }
  }
}
