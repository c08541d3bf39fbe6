package org.headrace.app;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.headrace.config.Yaml;

/** Checks the files of {@code routes/} against Camel's own schema. */
public final class RouteCheck {
  private static final String SCHEMA = "/schema/camelYamlDsl-canonical.json";

  private RouteCheck() {}

  /** One line for each fault, with file and line; empty if there is none. */
  public static List<String> faults(Home home) throws IOException {
    Schema schema = schema();
    List<String> faults = new ArrayList<>();
    try (Stream<Path> files = Files.list(home.routes())) {
      for (Path file : files.filter(RouteCheck::isRoute).sorted().toList()) {
        Yaml yaml = Yaml.read(file);
        faults.addAll(yaml.faults());
        for (Error error : schema.validate(yaml.root())) {
          faults.add(
              "%s:%d  error  %s  [route]"
                  .formatted(
                      file, yaml.line(error.getInstanceLocation().toString()), error.getMessage()));
        }
      }
    }
    return faults;
  }

  private static boolean isRoute(Path file) {
    return file.toString().endsWith(".camel.yaml");
  }

  private static Schema schema() throws IOException {
    try (InputStream in = RouteCheck.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IOException("the program is incomplete: no " + SCHEMA);
      }
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
    }
  }
}
