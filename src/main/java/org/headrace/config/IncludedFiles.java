package org.headrace.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.headrace.model.Source;

/** Reads a list of sources with all that it includes, each file with lines of its own. */
final class IncludedFiles {
  private static final int MOST = 1_000;

  private final Map<String, String> known = new HashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<Path> read = new HashSet<>();
  private final Deque<Path> waiting = new ArrayDeque<>();

  private IncludedFiles() {}

  /**
   * Reads {@code first} and what it names.
   *
   * @throws IOException if it cannot be read; an included one that cannot is a fault
   */
  static Reading<List<Source>> read(Path first) throws IOException {
    IncludedFiles files = new IncludedFiles();
    String text = Files.readString(first, StandardCharsets.UTF_8);
    files.read.add(whole(first));
    files.take(first, text);
    while (!files.waiting.isEmpty() && files.texts.size() < MOST) {
      files.takeIncluded(files.waiting.pop());
    }
    Optional<List<Source>> value =
        files.faults.stream().anyMatch(fault -> fault.severity() == Fault.Severity.ERROR)
            ? Optional.empty()
            : Optional.of(List.copyOf(files.sources));
    return new Reading<>(value, files.faults, text, files.texts);
  }

  private void takeIncluded(Path file) {
    try {
      String content = Files.readString(file, StandardCharsets.UTF_8);
      texts.put(file.toString(), content);
      take(file, content);
    } catch (IOException e) {
      texts.put(file.toString(), "");
      Faults own = new Faults(file.toString());
      own.error(Place.TOP, "include-missing", "this file cannot be read as UTF-8", "");
      faults.addAll(own.inOrder());
    }
  }

  private void take(Path file, String text) {
    SourcesFile.Part part = SourcesFile.part(file.toString(), text, known);
    sources.addAll(part.sources());
    faults.addAll(part.faults());
    List<Path> more = new ArrayList<>();
    Faults own = new Faults(file.toString());
    for (SourcesFile.Include include : part.includes()) {
      List<Path> named = named(file, include, own);
      for (Path one : named) {
        if (read.add(whole(one))) {
          more.add(one);
        } else if (named.size() == 1) {
          own.error(include.place(), "include-loop", "\"%s\" is read already".formatted(one), "");
        }
      }
    }
    faults.addAll(own.inOrder());
    more.reversed().forEach(waiting::push);
  }

  private static List<Path> named(Path from, SourcesFile.Include include, Faults own) {
    List<Path> files = new ArrayList<>();
    String reason = "there is no such file";
    try {
      Path folder = Optional.ofNullable(from.getParent()).orElse(Path.of("."));
      Path wanted = folder.resolve(include.written());
      Path parent = Optional.ofNullable(wanted.getParent()).orElse(folder);
      String name = String.valueOf(wanted.getFileName());
      if (name.contains("*")) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, name)) {
          found.forEach(files::add);
        }
        files.sort(null);
        return files;
      }
      if (Files.isReadable(wanted) && Files.isRegularFile(wanted)) {
        return List.of(wanted);
      }
    } catch (IOException | InvalidPathException | PatternSyntaxException e) {
      reason = "it cannot be read";
    }
    own.error(
        include.place(),
        "include-missing",
        "\"%s\" is not included: %s".formatted(include.written(), reason),
        "");
    return List.of();
  }

  private static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
