package org.headrace.app.command;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.headrace.app.EventLog;
import org.headrace.app.Foreground;
import org.headrace.app.Home;
import org.headrace.app.Pace;
import org.headrace.app.Program;
import org.headrace.app.Role;
import org.headrace.app.Until;
import org.headrace.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs in the foreground until it is told to stop. */
@Command(name = "run", description = "Run as a service in the foreground; Ctrl+C ends it.")
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private HeadraceCommand parent = new HeadraceCommand();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      split = ",",
      description =
          "What this node does, if others on the same PostgreSQL store do the rest: any of"
              + " ${COMPLETION-CANDIDATES}, with commas between (default: all).")
  private Set<Role> roles = Role.all();

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Home home = parent.home();
    Optional<OperatorFiles> read = OperatorFiles.read(home, err);
    if (read.isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    OperatorFiles files = read.get();
    Program.Plan plan =
        new Program.Plan(
            home,
            files.settings(),
            files.sources(),
            Pace.USUAL,
            true,
            Optional.empty(),
            new EventLog(files.list()),
            roles);
    try (Until stopped = Until.stopped();
        Program program = Program.start(plan)) {
      err.printf(
          "headrace %s: %s in %s (watching)%n",
          Settings.VERSION,
          files.sources().size() == 1 ? "1 source" : files.sources().size() + " sources",
          files.list());
      if (files.sources().isEmpty() && roles.contains(Role.POLL)) {
        err.println("  No sources yet: write the address of a feed there.");
      }
      if (roles.contains(Role.WEB)) {
        Subscribe.print(err, program.address());
      }
      try (Foreground service = Foreground.of(program)) {
        stopped.await();
      }
    }
    return HeadraceCommand.WELL;
  }
}
