package org.headrace.app.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headrace.app.Home;
import org.headrace.app.RouteCheck;
import org.headrace.app.RunningProgram;
import org.headrace.config.Fault;
import org.headrace.config.FaultReport;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.model.Source;
import org.headrace.store.Counts;
import org.headrace.store.Store;
import org.headrace.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

/** Looks at everything the program needs and says what is wrong; fit to be shown to others. */
@Command(
    name = "doctor",
    description = "Look at Java, files, store, port and memory, and say what is wrong.")
final class DoctorCommand extends Verb {
  private static final long LITTLE_ROOM = 200L << 20;

  @Option(names = "--json", description = "Write it as JSON.")
  private boolean json;

  private final StringBuilder lines = new StringBuilder();
  private final ArrayNode findings = JsonText.array();
  private boolean sick;

  @Override
  public Integer call() throws IOException {
    Home home = home();
    tell(true, "program", "headrace " + Settings.VERSION + " in " + home.program());
    tell(Runtime.version().feature() >= 21, "java", "Java " + Runtime.version());
    tell(true, "system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    tell(
        true,
        "memory",
        "at most %d MB for the program".formatted(Runtime.getRuntime().maxMemory() >> 20));
    Reading<Settings> settings = OperatorFiles.settings(home.settingsFile());
    Reading<List<Source>> sources = sources(settings.value());
    file("settings", home.settingsFile(), settings.faults());
    file("sources", home.sourcesFile(), sources.faults());
    sources.value().ifPresent(list -> tell(!list.isEmpty(), "sources", list.size() + " listed"));
    if (settings.value().isPresent()) {
      run(home, settings.value().get());
    }
    print(json ? JsonText.of(findings) : lines.toString());
    return sick ? HeadraceCommand.FAULT : HeadraceCommand.WELL;
  }

  private void run(Home home, Settings settings) throws IOException {
    List<Fault> routes = RouteCheck.of(home, settings);
    tell(routes.isEmpty(), "routes", routes.isEmpty() ? "no faults" : FaultReport.tally(routes));
    tell(
        !settings.contact().isEmpty(),
        "contact",
        settings.contact().isEmpty() ? "none: the owner of a site cannot reach you" : "is set");
    RunningProgram.Answer health = RunningProgram.of(settings).health();
    tell(
        !health.running() || health.ready(),
        "service",
        health.running() ? health.ready() ? "runs and is ready" : reasons(health) : "does not run");
    port(settings, health.running());
    store(settings);
  }

  private static String reasons(RunningProgram.Answer health) {
    return "runs and is not ready: " + String.join("; ", health.reasons());
  }

  private void port(Settings settings, boolean running) {
    String place = settings.web().address() + ":" + settings.web().port();
    if (running) {
      tell(true, "port", place + " is the running program's");
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(
          new InetSocketAddress(
              InetAddress.getByName(settings.web().address()), settings.web().port()));
      tell(true, "port", place + " is free");
    } catch (IOException e) {
      tell(false, "port", place + " cannot be listened at: " + e.getMessage());
    }
  }

  private void store(Settings settings) throws IOException {
    Optional<Path> folder = settings.store().folder();
    String place = folder.map(Path::toString).orElse("a PostgreSQL database");
    try (Store store = Store.beside(settings.store())) {
      Counts counts = store.stories().counts();
      tell(
          true,
          "store",
          "%s: %d articles, %d stories".formatted(place, counts.articles(), counts.stories()));
    } catch (StoreException e) {
      boolean fresh = folder.isPresent() && !Files.exists(folder.get().resolve("headrace.db"));
      tell(fresh, "store", String.valueOf(e.getMessage()));
    }
    if (folder.isPresent() && Files.isDirectory(folder.get())) {
      FileStore disk = Files.getFileStore(folder.get());
      long room = disk.getUsableSpace();
      tell(Files.isWritable(folder.get()), "store", "the folder can be written");
      tell(room > LITTLE_ROOM, "disk", (room >> 20) + " MB are free");
    }
  }

  private void file(String what, Path file, List<Fault> faults) {
    boolean broken = faults.stream().anyMatch(f -> f.severity() == Fault.Severity.ERROR);
    tell(
        !broken,
        what,
        Files.exists(file)
            ? file + ": " + FaultReport.tally(faults)
            : file + " is not there; the defaults count");
  }

  private void tell(boolean well, String what, String words) {
    sick |= !well;
    lines.append("%-5s %-9s %s%n".formatted(well ? "ok" : "wrong", what, words));
    findings.addObject().put("ok", well).put("what", what).put("words", words);
  }
}
