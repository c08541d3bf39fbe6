package org.headrace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java file stands as google-java-format writes it. {@code bench/format} rewrites those that
 * don't. It is a test and not a build plug-in because the formatter must run on the JDK that is
 * compiled with, not on the one that Maven runs on (see docs/decisions/0002-formatter.md).
 */
class FormatTest {
  private static final boolean APPLY = Boolean.getBoolean("format.apply");

  @Test
  void every_java_file_is_formatted() throws Exception {
    List<Path> wrong = new ArrayList<>();
    for (Path file : javaFiles()) {
      String source = Files.readString(file);
      String formatted = format(source);
      if (!formatted.equals(source)) {
        wrong.add(file);
        if (APPLY) {
          Files.writeString(file, formatted);
        }
      }
    }
    assertEquals(APPLY ? wrong : List.of(), wrong, "run bench/format, then look at the change");
  }

  private static String format(String source) throws Exception {
    String ordered = ImportOrderer.reorderImports(source, Style.GOOGLE);
    return new Formatter().formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
  }

  private static List<Path> javaFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String root : List.of("src", "bench")) {
      if (Files.isDirectory(Path.of(root))) {
        try (Stream<Path> tree = Files.walk(Path.of(root))) {
          tree.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
        }
      }
    }
    return files;
  }
}
