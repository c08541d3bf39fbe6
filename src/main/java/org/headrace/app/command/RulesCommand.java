package org.headrace.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headrace.app.RuleLook;
import org.headrace.config.FaultReport;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.extract.site.RuleFault;
import org.headrace.extract.site.RuleFile;
import org.headrace.pipeline.RuleTrials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Rules for sites, for whoever writes them. */
@Command(
    name = "rules",
    description = "Work on rules for sites.",
    synopsisSubcommandLabel = "COMMAND")
final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private HeadraceCommand parent = new HeadraceCommand();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  @Command(
      name = "check",
      description = "Try rules at the addresses they name with test_url, and show every fault.")
  int check(
      @Parameters(
              arity = "0..1",
              paramLabel = "FOLDER|FILE",
              description =
                  "A folder, a zip file or one file (default: the folder of the settings).")
          Optional<Path> place,
      @Option(names = "--offline", description = "Read the rules only; ask nobody.")
          boolean offline,
      @Option(
              names = "--private-network",
              description = "Ask servers inside your own network, too.")
          boolean privateNetwork)
      throws IOException, InterruptedException {
    Reading<Settings> settings = OperatorFiles.settings(parent.home().settingsFile());
    if (settings.value().isEmpty()) {
      spec.commandLine().getErr().print(FaultReport.of(settings.faults(), settings.text()));
      return HeadraceCommand.FAULT;
    }
    Path rules =
        place
            .or(() -> settings.value().flatMap(read -> read.rules().own()))
            .orElse(Path.of("rules"));
    if (!Files.exists(rules)) {
      throw new NoSuchFileException("there is no folder or file " + rules);
    }
    PrintWriter out = spec.commandLine().getOut();
    List<RuleFile> files = RuleFile.at(rules);
    Tally tally = new Tally(out);
    if (offline) {
      files.forEach(file -> tally.parsed(file));
    } else {
      RuleLook.at(files, settings.value().get().fetch(), privateNetwork, tally::tried);
    }
    return tally.end(files.size(), offline);
  }

  /** Counts what it prints. */
  private static final class Tally {
    private final PrintWriter out;
    private int broken;
    private int unknown;
    private int good;
    private int bad;
    private int notHad;
    private int untested;

    Tally(PrintWriter out) {
      this.out = out;
    }

    void parsed(RuleFile file) {
      for (RuleFault fault : file.faults()) {
        out.println(fault);
        broken += fault.broken() ? 1 : 0;
        unknown += fault.broken() ? 0 : 1;
      }
    }

    void tried(RuleFile file, List<RuleTrials.Result> results) {
      parsed(file);
      if (results.isEmpty()) {
        untested++;
        out.println(file.name() + ": names no address to test it at");
      }
      for (RuleTrials.Result result : results) {
        out.printf("%s: %s%n    %s%n", file.name(), words(result), result.address());
        good += result.good() ? 1 : 0;
        notHad += result.trial().isEmpty() ? 1 : 0;
        bad += !result.good() && result.trial().isPresent() ? 1 : 0;
      }
      out.flush();
    }

    private static String words(RuleTrials.Result result) {
      if (result.trial().isEmpty()) {
        return "not tested, the page could not be had: " + result.reason();
      }
      RuleFile.Trial trial = result.trial().get();
      String figures =
          "%,d characters, %,d without the rule".formatted(trial.characters(), trial.generic());
      if (!trial.missing().isEmpty() && !trial.less()) {
        return "failed, \"%s\" is not in the text (%s)"
            .formatted(trial.missing().getFirst(), figures);
      } else if (trial.characters() == 0) {
        return "failed, it finds nothing (%s)".formatted(figures);
      }
      return (trial.less() ? "less than without it" : "ok") + " (" + figures + ")";
    }

    int end(int files, boolean offline) {
      out.printf("%d %s of rules", files, files == 1 ? "file" : "files");
      if (!offline) {
        out.printf(
            "; addresses: %d ok, %d with a fault, %d not to be had; %d files without one",
            good, bad, notHad, untested);
      }
      out.printf("; lines: %d broken, %d not known here%n", broken, unknown);
      out.flush();
      if (broken + bad > 0) {
        return HeadraceCommand.FAULT;
      }
      return notHad > 0 ? HeadraceCommand.SOME_SOURCES_FAILED : HeadraceCommand.WELL;
    }
  }
}
