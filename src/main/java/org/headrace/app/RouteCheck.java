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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.headrace.config.Fault;
import org.headrace.config.Fault.Severity;
import org.headrace.config.Settings;
import org.headrace.config.Yaml;

/**
 * Checks the files of {@code routes/}: against Camel's own schema, then, if they have the right
 * form, in a trial that makes every route and starts none.
 */
public final class RouteCheck {
  private static final String SCHEMA = "/schema/camelYamlDsl-canonical.json";

  private RouteCheck() {}

  /** What is wrong with the routes of {@code home}, with file and line where they are known. */
  public static List<Fault> of(Home home, Settings settings) throws IOException {
    List<Path> files = files(home);
    List<Fault> faults = new ArrayList<>();
    Schema schema = schema();
    Map<Path, Yaml> read = new LinkedHashMap<>();
    for (Path file : files) {
      Yaml yaml = Yaml.read(file);
      read.put(file, yaml);
      faults.addAll(yaml.faults());
      for (Error error : schema.validate(yaml.root())) {
        faults.add(
            new Fault(
                file.toString(),
                yaml.line(error.getInstanceLocation().toString()),
                1,
                1,
                Severity.ERROR,
                "route",
                String.valueOf(error.getMessage()),
                ""));
      }
    }
    return faults.isEmpty() ? new RouteTrial(home, settings, read).faults() : faults;
  }

  private static List<Path> files(Home home) throws IOException {
    if (!Files.isDirectory(home.routes())) {
      throw new IOException("there is no folder " + home.routes());
    }
    try (Stream<Path> files = Files.list(home.routes())) {
      return files.filter(file -> file.toString().endsWith(".camel.yaml")).sorted().toList();
    }
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
