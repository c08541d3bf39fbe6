package org.headrace.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.headrace.app.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program's name on the command line; does nothing without a command. */
@Command(
    name = "headrace",
    description = {
      "Polls feeds, reads the article behind each entry, knows the same story across sources,",
      "and republishes one clean combined feed."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      InitCommand.class,
      AddCommand.class,
      ListCommand.class,
      RemoveCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      CheckCommand.class,
      PreviewCommand.class,
      DiscoverCommand.class,
      RunCommand.class,
      OnceCommand.class,
      RulesCommand.class,
      StatusCommand.class,
      RefreshCommand.class,
      ReloadCommand.class,
      ExplainCommand.class,
      DoctorCommand.class,
      BackupCommand.class,
      SchemaCommand.class,
      CompletionCommand.class,
      MoveCommand.class,
      LabCommand.class,
      HelpCommand.class,
      VersionCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well",
      "1:a fault, named in the message",
      "2:wrong usage",
      "3:warnings, where they count as faults (check --strict)",
      "4:some sources, or pages, could not be had",
      "5:the program does not run",
      "78:no fitting Java, or no Maven to build with"
    })
public final class HeadraceCommand implements Runnable {
  /** Exit code: all is well. */
  public static final int WELL = 0;

  /** Exit code: a fault, named in the message. */
  public static final int FAULT = 1;

  /** Exit code: there are warnings, and they were to count. */
  public static final int WARNINGS = 3;

  /** Exit code: the program that was to be asked does not run. */
  public static final int NOT_RUNNING = 5;

  /** Exit code: some sources could not be had. */
  public static final int SOME_SOURCES_FAILED = 4;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description =
          "Folder with headrace.yaml and sources.yaml (default: config beside the program).")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli shows the help by itself
  private boolean help;

  Home home() {
    return Home.of(config, System.getenv());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
