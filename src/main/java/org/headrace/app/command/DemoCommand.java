package org.headrace.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.headrace.app.Folders;
import org.headrace.app.Home;
import org.headrace.app.Pace;
import org.headrace.app.Program;
import org.headrace.app.StartException;
import org.headrace.app.Until;
import org.headrace.config.Settings;
import org.headrace.config.SettingsFile;
import org.headrace.config.SourcesFile;
import org.headrace.demo.DemoPress;
import org.headrace.model.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * Shows the whole job without internet: the ordinary program, with the ordinary routes, over a
 * small press of its own on this computer.
 */
@Command(
    name = "demo",
    description = "Show the whole job on a small invented press, without internet.")
final class DemoCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 8080;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private HeadraceCommand parent = new HeadraceCommand();

  @Option(names = "--exit", description = "End after the first full round.")
  private boolean exit;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where feeds and pages are served (default: 8080, or any that is free).")
  private int port;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (Until stopped = Until.stopped()) {
      Path folder = Files.createTempDirectory("headrace-demo");
      try (DemoPress press = DemoPress.start(0)) {
        return shown(press, folder, stopped, out);
      } finally {
        Folders.delete(folder);
      }
    }
  }

  private int shown(DemoPress press, Path folder, Until stopped, PrintWriter out)
      throws IOException, StartException, InterruptedException {
    Home home = new Home(parent.home().program(), folder);
    Files.writeString(home.sourcesFile(), press.sourcesYaml());
    Files.writeString(home.settingsFile(), settings());
    List<Source> sources = SourcesFile.read(home.sourcesFile()).value().orElseThrow();
    Settings settings = SettingsFile.read(home.settingsFile()).value().orElseThrow();
    out.printf(
        "A press of %d outlets opens on this computer; Headrace begins to read it.%n%n",
        press.outlets().size());
    out.flush();
    try (DemoProgress progress = DemoProgress.of(sources.size(), Ansi.AUTO.enabled(), out);
        Program program =
            Program.start(
                new Program.Plan(
                    home, settings, sources, Pace.QUICK, true, Optional.empty(), progress))) {
      boolean full = DemoRound.await(program, progress, sources, PATIENCE, stopped);
      program.publish();
      progress.close();
      boolean right = new DemoReport(program, progress, press.expected()).print(out);
      Subscribe.print(out, program.address());
      if (!exit && !stopped.isAsked()) {
        out.println("\nThe press goes on and so does Headrace. Press Ctrl+C to stop.");
        out.flush();
        stopped.await();
      }
      return full && right ? HeadraceCommand.WELL : HeadraceCommand.FAULT;
    }
  }

  private String settings() throws IOException {
    return """
        contact: the demo
        store: data
        feed:
          title: Headrace demo
        web:
          listen: 127.0.0.1:%d
        fetch:
          gap: 100ms
        scrape:
          attempts: 2
          pause: 1s
        """
        .formatted(port == 0 ? freePort() : port);
  }

  private static int freePort() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket usual = new ServerSocket(USUAL_PORT, 1, here)) {
      return usual.getLocalPort();
    } catch (IOException taken) {
      try (ServerSocket any = new ServerSocket(0, 1, here)) {
        return any.getLocalPort();
      }
    }
  }
}
