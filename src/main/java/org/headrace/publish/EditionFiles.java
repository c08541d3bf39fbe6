package org.headrace.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes editions as files for a static host, with {@code .gz} and {@code .br} beside each. A file
 * is either the old one or the new one, never half of it. A list of what was written stands in the
 * folder, so that files of stories that left go, and files of others stay.
 */
public final class EditionFiles {
  private static final String LIST = ".headrace-files";

  private EditionFiles() {}

  /**
   * Makes {@code folder} show {@code editions}. Files that would not change are not touched.
   *
   * @return names of the files that were written
   * @throws IOException if the folder cannot be written to; every file in it is still whole
   */
  public static List<String> write(Path folder, Collection<Edition> editions) throws IOException {
    return write(folder, editions, Set.of());
  }

  /**
   * The same, beside files that {@link #add} has written.
   *
   * @param kept their names
   */
  public static List<String> write(
      Path folder, Collection<Edition> editions, Collection<String> kept) throws IOException {
    Files.createDirectories(folder);
    Set<String> wanted = new TreeSet<>(kept);
    for (Edition edition : editions) {
      twins(edition.file()).forEach(wanted::add);
    }
    Set<String> ours = new TreeSet<>(listed(folder));
    Set<String> stale = new TreeSet<>(ours);
    stale.removeAll(wanted);
    ours.addAll(wanted);
    replace(folder, LIST, list(ours));
    List<String> written = new ArrayList<>();
    for (Edition edition : first(editions)) {
      written.addAll(write(folder, edition));
    }
    for (String name : stale) {
      Files.deleteIfExists(folder.resolve(name));
    }
    replace(folder, LIST, list(wanted));
    return written;
  }

  /**
   * Writes more files, and removes none.
   *
   * @return the names of all files that now hold {@code editions}
   * @throws IOException if the folder cannot be written to; every file in it is still whole
   */
  public static List<String> add(Path folder, Collection<Edition> editions) throws IOException {
    Files.createDirectories(folder);
    List<String> names = new ArrayList<>();
    for (Edition edition : editions) {
      write(folder, edition);
      names.addAll(twins(edition.file()));
    }
    return names;
  }

  /** Of two with one path the first counts. */
  private static Collection<Edition> first(Collection<Edition> editions) {
    Map<String, Edition> byFile = new LinkedHashMap<>();
    editions.forEach(edition -> byFile.putIfAbsent(edition.file(), edition));
    return byFile.values();
  }

  private static List<String> twins(String file) {
    return List.of(file, file + ".gz", file + ".br");
  }

  /** The file, and beside it what is smaller; one that is the same was written with its twins. */
  private static List<String> write(Path folder, Edition edition) throws IOException {
    if (holds(folder.resolve(edition.file()), edition.plain())) {
      return List.of();
    }
    List<String> written = new ArrayList<>();
    for (Map.Entry<String, byte[]> file :
        Map.of(edition.file() + ".gz", edition.gzip(), edition.file() + ".br", edition.brotli())
            .entrySet()) {
      if (file.getValue().length == 0) {
        Files.deleteIfExists(folder.resolve(file.getKey()));
      } else if (replace(folder, file.getKey(), file.getValue())) {
        written.add(file.getKey());
      }
    }
    replace(folder, edition.file(), edition.plain()); // last: it stands for the three
    written.add(edition.file());
    return written;
  }

  /** False if the file already holds these bytes. */
  private static boolean replace(Path folder, String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    if (holds(file, bytes)) {
      return false;
    }
    Path home = file.getParent() == null ? folder : file.getParent();
    Files.createDirectories(home);
    Path fresh = home.resolve("." + file.getFileName() + ".new");
    try {
      store(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    settle(home);
    return true;
  }

  private static boolean holds(Path file, byte[] bytes) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private static void store(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Makes a rename last; systems that cannot open a folder need no help. */
  private static void settle(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }

  private static Set<String> listed(Path folder) throws IOException {
    Path list = folder.resolve(LIST);
    Set<String> names = new TreeSet<>();
    if (Files.isRegularFile(list)) {
      String text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
      text.lines().filter(name -> isInside(folder, name)).forEach(names::add);
    }
    return names;
  }

  /** The list may have been edited: what it names outside the folder is not ours. */
  private static boolean isInside(Path folder, String name) {
    return !name.isBlank()
        && name.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\' && c != ':')
        && !name.startsWith("/")
        && folder.resolve(name).normalize().startsWith(folder.normalize())
        && !folder.resolve(name).normalize().equals(folder.normalize());
  }

  private static byte[] list(Set<String> names) {
    return (String.join("\n", names) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
