package org.headrace.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Replaces a file of the operator at once: whoever reads it meanwhile sees all of one or the other.
 */
public final class WholeFile {
  private WholeFile() {}

  /** Writes {@code text} in its place; it keeps its rights where the system knows them. */
  public static void replace(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder == null ? Path.of("/") : folder);
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path fresh = real.resolveSibling("." + real.getFileName() + ".new");
    Files.writeString(fresh, text, StandardCharsets.UTF_8);
    try {
      if (Files.exists(real)
          && real.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(real));
      }
      Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, real, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
