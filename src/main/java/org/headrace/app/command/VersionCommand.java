package org.headrace.app.command;

import org.headrace.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which program this is. */
@Command(name = "version", description = "Show the versions of the program and of its Java.")
final class VersionCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine()
        .getOut()
        .printf(
            "headrace %s, Java %s (%s)%n",
            Settings.VERSION, Runtime.version(), System.getProperty("java.vendor"));
  }
}
