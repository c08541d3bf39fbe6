package org.headrace.app.command;

import java.util.Locale;
import org.headrace.config.Reference;
import org.headrace.config.Schemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what editors need to help with the operator's files. */
@Command(
    name = "schema",
    description = "Print the JSON Schema of sources.yaml or headrace.yaml, for editors.")
final class SchemaCommand extends Verb {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "sources (the default) or settings.")
  private String which = "sources";

  @Option(names = "--markdown", description = "Print every key of both, for people.")
  private boolean markdown;

  @Override
  public Integer call() {
    if (markdown) {
      print(Reference.text());
      return HeadraceCommand.WELL;
    }
    print(
        switch (which.toLowerCase(Locale.ROOT)) {
          case "sources", "sources.yaml" -> Schemas.SOURCES.text();
          case "settings", "headrace", "headrace.yaml" -> Schemas.SETTINGS.text();
          default -> throw wrong("there is a schema for sources and one for settings");
        });
    return HeadraceCommand.WELL;
  }
}
