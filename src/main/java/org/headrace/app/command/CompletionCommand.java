package org.headrace.app.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script by which a shell completes commands and options. */
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh: source <(headrace completion)")
final class CompletionCommand extends Verb {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    print(AutoComplete.bash("headrace", spec.root().commandLine()));
    return HeadraceCommand.WELL;
  }
}
