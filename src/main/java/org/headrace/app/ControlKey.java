package org.headrace.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.headrace.config.Settings;

/**
 * What proves that an order comes from the operator: made anew at each start and kept in the
 * store's folder, where only the program's own user can read it. So the commands need no setup, and
 * nobody else on the machine or the web can give orders.
 */
final class ControlKey implements AutoCloseable {
  private static final int BYTES = 32;

  private final Optional<Path> file;
  private final String secret;

  private ControlKey(Optional<Path> file, String secret) {
    this.file = file;
    this.secret = secret;
  }

  /** Makes one. A store that is shared has no folder: then only this process knows the key. */
  static ControlKey make(Settings settings) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    Optional<Path> file = file(settings);
    if (file.isPresent()) {
      write(file.get(), secret);
    }
    return new ControlKey(file, secret);
  }

  /** The key of the program that runs with {@code settings}; empty if there is none to be read. */
  static Optional<String> of(Settings settings) {
    try {
      Optional<Path> file = file(settings).filter(Files::isReadable);
      return file.isPresent()
          ? Optional.of(Files.readString(file.get()).strip())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  String secret() {
    return secret;
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }

  private static Optional<Path> file(Settings settings) {
    return settings.store().folder().map(folder -> folder.resolve("headrace.key"));
  }

  private static void write(Path file, String secret) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, secret, StandardCharsets.UTF_8);
  }
}
