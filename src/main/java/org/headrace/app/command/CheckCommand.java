package org.headrace.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.headrace.app.Home;
import org.headrace.app.RouteCheck;
import org.headrace.config.Fault;
import org.headrace.config.FaultReport;
import org.headrace.config.Reading;
import org.headrace.model.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows every fault of the operator's files at once. */
@Command(
    name = "check",
    description = "Check settings, sources and routes; show every fault with its place.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private HeadraceCommand parent = new HeadraceCommand();

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files to check instead of the settings folder's and the routes.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Fault> faults = new ArrayList<>();
    List<String> routes = List.of();
    if (files.isEmpty()) {
      Home home = parent.home();
      if (!Files.isDirectory(home.settings())) {
        throw new NoSuchFileException("there is no folder " + home.settings() + " with settings");
      }
      faults.addAll(shown(OperatorFiles.settings(home.settingsFile()), home.settingsFile(), out));
      Reading<List<Source>> sources = OperatorFiles.sources(home.sourcesFile());
      faults.addAll(shown(sources, home.sourcesFile(), out));
      sources.value().ifPresent(list -> out.printf("%d sources listed%n", list.size()));
      routes = RouteCheck.faults(home);
      routes.forEach(out::println);
    }
    for (Path file : files) {
      faults.addAll(shown(read(file), file, out));
    }
    out.println(FaultReport.tally(faults) + (routes.isEmpty() ? "" : ", and faults in the routes"));
    out.flush();
    return broken(faults) || !routes.isEmpty() ? HeadraceCommand.FAULT : HeadraceCommand.WELL;
  }

  /** A file whose name begins with "headrace" holds settings, any other a list of sources. */
  private static Reading<?> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException("there is no file " + file);
    }
    return file.getFileName().toString().startsWith("headrace")
        ? OperatorFiles.settings(file)
        : OperatorFiles.sources(file);
  }

  private static List<Fault> shown(Reading<?> reading, Path file, PrintWriter out) {
    if (reading.faults().isEmpty()) {
      out.println(file + ": no faults");
    }
    out.print(FaultReport.of(reading.faults(), reading.text()));
    return reading.faults();
  }

  private static boolean broken(List<Fault> faults) {
    return faults.stream().anyMatch(fault -> fault.severity() == Fault.Severity.ERROR);
  }
}
