package org.headrace.app.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * One command, as a person or a script sees it.
 *
 * @param out data
 * @param err words
 */
record Ran(int code, String out, String err) {

  static Ran with(Path config, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--config");
    all.add(config.toString());
    int code =
        new CommandLine(new HeadraceCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(
                (error, line, parsed) -> {
                  line.getErr().println("headrace: " + error.getMessage());
                  return HeadraceCommand.FAULT;
                })
            .execute(all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }

  /** All that was written, for messages of tests. */
  String all() {
    return "exit " + code + "\n" + out + err;
  }
}
