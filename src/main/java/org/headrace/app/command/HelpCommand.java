package org.headrace.app.command;

import java.util.Optional;
import org.headrace.config.FaultCodes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a command, or a code at the end of a message. */
@Command(name = "help", description = "Explain a command, or the code at the end of a message.")
final class HelpCommand extends Verb {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "WORD", description = "A command or a code.")
  private Optional<String> word = Optional.empty();

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    if (word.isEmpty()) {
      root.usage(out());
      return HeadraceCommand.WELL;
    }
    CommandLine command = root.getSubcommands().get(word.get());
    if (command != null) {
      command.usage(out());
      return HeadraceCommand.WELL;
    }
    String code = word.get();
    Optional<String> meaning = FaultCodes.meaning(code);
    meaning.ifPresent(text -> print(code + "\n\n" + text + "\n"));
    if (meaning.isEmpty()) {
      say(
          "There is neither a command nor a code \"%s\".%s",
          code, FaultCodes.nearest(code).map(near -> " Did you mean " + near + "?").orElse(""));
      say("Codes: %s", String.join(", ", FaultCodes.all()));
    }
    return meaning.isPresent() ? HeadraceCommand.WELL : HeadraceCommand.FAULT;
  }
}
