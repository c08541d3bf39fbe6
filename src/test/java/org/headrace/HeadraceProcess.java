package org.headrace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as its users start it: a process of its own, through the launcher. */
final class HeadraceProcess implements AutoCloseable {
  private final Process process;
  private final Path said;

  private HeadraceProcess(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  static HeadraceProcess start(Path config, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("./headrace"));
    command.addAll(List.of(arguments));
    command.add("--config");
    command.add(config.toString());
    Path said = Files.createTempFile("headrace", ".log");
    return new HeadraceProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start(),
        said);
  }

  /** What it has written so far. */
  String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int exitCode(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running after " + patience + ":\n" + said());
    }
    return process.exitValue();
  }

  /** Waits for a while or for the end, whichever comes first. */
  void let(Duration time) throws InterruptedException {
    process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, as a service is stopped. */
  int stop() throws InterruptedException {
    process.destroy();
    return exitCode(Duration.ofSeconds(20));
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      kill();
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
