package org.headrace.app.command;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.headrace.app.Home;
import org.headrace.store.StoreCopy;
import org.headrace.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Copies what is remembered into a database that several nodes may share. */
@Command(
    name = "move",
    description = {
      "Copy all that the store in a folder remembers into an empty PostgreSQL database.",
      "The program must not run meanwhile; the folder stays as it is."
    })
final class MoveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private HeadraceCommand parent = new HeadraceCommand();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "ADDRESS",
      description = "jdbc:postgresql://host/database?user=...&password=...")
  private String to = "";

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    StoreSettings target = new StoreSettings(to);
    if (!target.shared()) {
      err.println("headrace: --to is the address of a database: jdbc:postgresql://host/database");
      return HeadraceCommand.FAULT;
    }
    Home home = parent.home();
    Optional<OperatorFiles> files = OperatorFiles.read(home, err);
    if (files.isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    SortedMap<String, Long> copied =
        StoreCopy.copy(files.get().settings().store(), target, InstantSource.system().instant());
    copied.forEach((table, rows) -> err.printf("  %,10d rows of %s%n", rows, table));
    err.printf(
        "All is there. Now write the address into %s (the key store) and start.%n",
        home.settingsFile());
    err.flush();
    return HeadraceCommand.WELL;
  }
}
