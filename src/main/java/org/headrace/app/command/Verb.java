package org.headrace.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.headrace.app.Home;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.model.Source;
import org.headrace.url.WebAddress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command has: where data goes, where words go, and the operator's folder. */
abstract class Verb implements Callable<Integer> {
  private static final URI NOWHERE = URI.create("about:blank");

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Data only. */
  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Words for the person at the terminal. */
  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would need a library of its own
  final void say(String format, Object... arguments) {
    err().println(arguments.length == 0 ? format : format.formatted(arguments));
    err().flush();
  }

  final void print(String text) {
    out().print(text);
    out().flush();
  }

  final Home home() {
    return ((HeadraceCommand) spec.root().userObject()).home();
  }

  /** The settings; if they have faults these are shown, and nothing comes back. */
  final Optional<Settings> settings() throws IOException {
    Reading<Settings> settings = OperatorFiles.effective(home());
    err().print(settings.report());
    err().flush();
    return settings.value();
  }

  /** The list of sources, wherever the settings say that it is kept. */
  final Reading<List<Source>> sources(Optional<Settings> settings) throws IOException {
    try (ListPlace place = ListPlace.of(home(), settings)) {
      return place.read();
    }
  }

  final ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** An address as a person types it: a host alone will do. */
  final URI address(String written) {
    String whole = written.contains("://") ? written : "https://" + written;
    return WebAddress.of(whole, NOWHERE)
        .map(WebAddress::uri)
        .orElseThrow(() -> wrong("\"" + written + "\" is not an http or https address"));
  }
}
