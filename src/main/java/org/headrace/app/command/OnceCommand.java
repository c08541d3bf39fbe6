package org.headrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.headrace.app.EventLog;
import org.headrace.app.Home;
import org.headrace.app.Pace;
import org.headrace.app.Program;
import org.headrace.app.Round;
import org.headrace.app.Until;
import org.headrace.config.Settings;
import org.headrace.pipeline.Journal;
import org.headrace.store.Counts;
import org.headrace.store.SourceStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Does one round and ends: for cron jobs and static hosts. */
@Command(
    name = "once",
    description = "Poll every source that is due, read and publish what is new, and end.")
final class OnceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private HeadraceCommand parent = new HeadraceCommand();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Write feeds and pages as files into this folder.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--dry-run",
      description = "Work on a copy of the store, show what would be published, keep nothing.")
  private boolean dryRun;

  @Override
  public Integer call() throws Exception {
    Home home = parent.home();
    Optional<OperatorFiles> read = OperatorFiles.read(home, spec.commandLine().getErr());
    if (read.isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    OperatorFiles files = read.get();
    if (!dryRun) {
      return round(home, files, files.settings(), new EventLog(files.list()));
    }
    try (StoreCopy copy = StoreCopy.of(files.settings())) {
      PrintWriter told = spec.commandLine().getOut();
      return round(home, files, copy.settings(), new NewStories(told));
    }
  }

  private int round(Home home, OperatorFiles files, Settings settings, Journal journal)
      throws Exception {
    Program.Plan plan =
        new Program.Plan(home, settings, files.sources(), Pace.QUICK, false, out, journal);
    try (Until stopped = Until.stopped();
        Program program = Program.start(plan)) {
      Round.await(program, stopped);
      program.publish();
      return told(program, spec.commandLine().getOut());
    }
  }

  private int told(Program program, PrintWriter to) {
    Counts counts = program.store().stories().counts();
    List<SourceStatus> failed =
        program.store().sources().all().stream()
            .filter(status -> !status.paused() && status.state().failures() > 0)
            .toList();
    to.printf(
        "%d sources, %d articles, %d stories, %d joined%n",
        counts.sources(), counts.articles(), counts.stories(), counts.joined());
    failed.forEach(status -> to.printf("%s: %s%n", status.source().name(), status.state().words()));
    out.ifPresent(folder -> to.printf("written to %s%n", folder));
    to.flush();
    return failed.isEmpty() ? HeadraceCommand.WELL : HeadraceCommand.SOME_SOURCES_FAILED;
  }
}
