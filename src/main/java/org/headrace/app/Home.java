package org.headrace.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program's own files and the operator's settings lie.
 *
 * @param program holds {@code routes/} and {@code config/stages/}
 * @param settings holds {@code headrace.yaml} and {@code sources.yaml}
 */
public record Home(Path program, Path settings) {

  /**
   * The folders of this process.
   *
   * @param chosen the folder of the settings named on the command line; empty if none was
   * @param environment of the process
   */
  public static Home of(Optional<Path> chosen, Map<String, String> environment) {
    Path program = Path.of(System.getProperty("headrace.home", ".")).toAbsolutePath().normalize();
    Path settings =
        chosen
            .or(() -> Optional.ofNullable(environment.get("HEADRACE_CONFIG")).map(Path::of))
            .orElse(program.resolve("config"));
    return new Home(program, settings.toAbsolutePath().normalize());
  }

  Path routes() {
    return program.resolve("routes");
  }

  Path stages(String name) {
    return program.resolve("config").resolve("stages").resolve(name + ".properties");
  }

  /** The settings file; need not exist. */
  public Path settingsFile() {
    return settings.resolve("headrace.yaml");
  }

  /** The list of sources; need not exist. */
  public Path sourcesFile() {
    return settings.resolve("sources.yaml");
  }
}
