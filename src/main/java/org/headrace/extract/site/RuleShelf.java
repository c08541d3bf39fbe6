package org.headrace.extract.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The files of rules in one folder or zip file. Each is read when its site is first met and kept; a
 * file that is saved anew is read anew.
 */
final class RuleShelf {
  private static final String ENDING = ".txt";
  private static final long LARGEST = 1_000_000;

  private final Path folder;
  private final boolean exists;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private RuleShelf(Path folder) {
    this.folder = folder;
    this.exists = Files.isDirectory(folder);
  }

  /** A file as it was when it was read. */
  private record Kept(String stamp, Optional<SiteConfigReader.Read> read) {}

  /**
   * What lies at {@code place}.
   *
   * @throws IOException if it is a file and no zip file
   */
  static RuleShelf of(Path place) throws IOException {
    return new RuleShelf(Files.isRegularFile(place) ? inside(place) : place);
  }

  /** Files within a zip file, which often holds one folder with all of them. */
  private static Path inside(Path zip) throws IOException {
    FileSystem files = FileSystems.newFileSystem(zip);
    Path root = files.getPath("/");
    try (Stream<Path> top = Files.list(root)) {
      List<Path> entries = top.limit(2).toList();
      return entries.size() == 1 && Files.isDirectory(entries.getFirst())
          ? entries.getFirst()
          : root;
    }
  }

  /** The names of all files, in the order of the alphabet. */
  List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .sorted()
          .toList();
    }
  }

  /** What the file called {@code name} says; empty if there is none. */
  Optional<SiteConfigReader.Read> named(String name) {
    if (!exists && !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Path file = folder.resolve(name);
    String now = stamp(file);
    Kept before = kept.get(name);
    if (before == null || !before.stamp.equals(now)) {
      before = new Kept(now, now.isEmpty() ? Optional.empty() : read(name, file));
      kept.put(name, before);
    }
    return before.read;
  }

  private static Optional<SiteConfigReader.Read> read(String name, Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return Optional.of(SiteConfigReader.read(name, file.toString(), text));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Empty if there is no such file, or one too large for rules. */
  private static String stamp(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return seen.isRegularFile() && seen.size() <= LARGEST
          ? seen.lastModifiedTime() + " " + seen.size()
          : "";
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
