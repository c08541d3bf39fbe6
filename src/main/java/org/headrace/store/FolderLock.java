package org.headrace.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The right to use a folder alone. Ends with the process at the latest, however that ends. */
final class FolderLock implements AutoCloseable {
  /** Folders this process holds: to close a second channel on their file would free the first. */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  /** Far behind the text, so that others can read who holds the lock. */
  private static final long LOCKED_BYTE = 1L << 40;

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the folder, which is made if need be.
   *
   * @throws StoreException if somebody has it, or it cannot be used
   */
  static FolderLock take(Path folder) {
    try {
      Path real = Files.createDirectories(folder).toRealPath();
      if (!OURS.add(real)) {
        throw refused(folder, "by this same process");
      }
      return take(folder, real);
    } catch (IOException e) {
      throw new StoreException(
          "The store's folder " + folder + " cannot be used: " + reason(folder, e), e);
    }
  }

  /** The message of such an exception is often no more than the path. */
  private static String reason(Path folder, IOException e) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      return "there is a file of that name.";
    }
    return switch (e) {
      case FileAlreadyExistsException file -> file.getMessage() + " is a file.";
      case AccessDeniedException denied -> "no right to write there.";
      case FileSystemException fault when fault.getReason() != null -> fault.getReason() + ".";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static FolderLock take(Path folder, Path real) throws IOException {
    Path file = real.resolve("headrace.lock");
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) {
        throw refused(folder, "by process " + read(channel));
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
      taken = true;
      return new FolderLock(real, channel);
    } finally {
      if (!taken) {
        OURS.remove(real);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
  }

  private static StoreException refused(Path folder, String by) {
    return new StoreException(
        "The store's folder "
            + folder
            + " is in use "
            + by
            + ": stop that one, or give this one a folder of its own.");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // the lock ends with the process
    } finally {
      OURS.remove(folder);
    }
  }
}
