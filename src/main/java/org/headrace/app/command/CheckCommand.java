package org.headrace.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headrace.app.Home;
import org.headrace.app.RouteCheck;
import org.headrace.app.SourceTrial;
import org.headrace.app.SourceTrials;
import org.headrace.app.WholeFile;
import org.headrace.config.Correction;
import org.headrace.config.Fault;
import org.headrace.config.FaultReport;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.model.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows every fault of the operator's files at once. */
@Command(
    name = "check",
    description = "Check settings, sources and routes; show every fault with its place.")
final class CheckCommand extends Verb {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files to check instead of the settings folder's and the routes.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--online", description = "Ask every source once, politely.")
  private boolean online;

  @Option(names = "--strict", description = "Fail on warnings, too (exit code 3).")
  private boolean strict;

  @Option(names = "--fix", description = "Write what is surely meant in place of a slip.")
  private boolean fix;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), json or sarif.")
  private Format format = Format.TEXT;

  /** How faults are written. */
  enum Format {
    TEXT,
    JSON,
    SARIF
  }

  private final Findings findings = new Findings();

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty()) {
      home(home());
    }
    for (Path file : files) {
      findings.add(file, read(file));
    }
    print(
        switch (format) {
          case TEXT -> findings.text();
          case JSON -> findings.json();
          case SARIF -> findings.sarif();
        });
    return findings.errors() > 0
        ? HeadraceCommand.FAULT
        : strict && findings.warnings() > 0 ? HeadraceCommand.WARNINGS : HeadraceCommand.WELL;
  }

  private void home(Home home) throws IOException {
    if (!Files.isDirectory(home.settings())) {
      throw new NoSuchFileException("there is no folder " + home.settings() + " with settings");
    }
    Reading<Settings> settings = readSettings(home.settingsFile());
    findings.add(home.settingsFile(), settings);
    boolean inStore =
        settings.value().filter(read -> read.operation().sourcesInStore()).isPresent();
    Reading<List<Source>> sources =
        inStore ? sources(settings.value()) : readSources(home.sourcesFile());
    findings.add(home.sourcesFile(), sources);
    sources
        .value()
        .ifPresent(
            list -> say("%d %s listed", list.size(), list.size() == 1 ? "source" : "sources"));
    Settings valid = settings.value().orElseGet(() -> Settings.defaults(home.settings()));
    findings.addLoose(RouteCheck.of(home, valid));
    if (online && settings.value().isPresent() && sources.value().isPresent()) {
      online(settings.value().get(), sources);
    }
  }

  private void online(Settings settings, Reading<List<Source>> sources) {
    List<Source> listed = sources.value().orElse(List.of());
    List<Fault> found = new ArrayList<>();
    int reached = 0;
    for (SourceTrial trial : SourceTrials.of(listed, settings)) {
      say("%s", trial.line());
      reached += trial.reached() ? 1 : 0;
      trial.fault(home().sourcesFile().toString(), sources.text()).ifPresent(found::add);
    }
    findings.add(found, sources.text());
    say("%d of %d reached", reached, listed.size());
  }

  /** A file whose name begins with "headrace" holds settings, any other a list of sources. */
  private Reading<?> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException("there is no file " + file);
    }
    return file.getFileName().toString().startsWith("headrace")
        ? readSettings(file)
        : readSources(file);
  }

  private Reading<Settings> readSettings(Path file) throws IOException {
    Reading<Settings> reading = OperatorFiles.settings(file);
    return fixed(file, reading.faults(), reading.text()) ? OperatorFiles.settings(file) : reading;
  }

  private Reading<List<Source>> readSources(Path file) throws IOException {
    Reading<List<Source>> reading = OperatorFiles.sources(file);
    return fixed(file, reading.faults(), reading.text()) ? OperatorFiles.sources(file) : reading;
  }

  private boolean fixed(Path file, List<Fault> faults, String text) throws IOException {
    Optional<String> corrected = fix ? Correction.of(faults, text) : Optional.empty();
    if (corrected.isEmpty()) {
      return false;
    }
    for (Fault fault : faults) {
      if (Correction.isSure(fault, text)) {
        say("fixed: %s, now %s", FaultReport.headline(fault), fault.correction());
      }
    }
    WholeFile.replace(file, corrected.get());
    return true;
  }
}
