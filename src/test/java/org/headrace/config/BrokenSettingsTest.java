package org.headrace.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with the slips that people make, each with what is said about it: place, words, caret. */
class BrokenSettingsTest {
  private static final Path CORPUS = Path.of("src/test/corpus/settings");

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> folders = Files.list(CORPUS)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  private static Reading<?> reading(Path sample) throws IOException {
    Path settings = sample.resolve("headrace.yaml");
    return Files.exists(settings)
        ? SettingsFile.read(settings)
        : SourcesFile.read(sample.resolve("sources.yaml"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void each_slip_is_told_with_its_place_and_what_was_meant(Path sample) throws IOException {
    String said = reading(sample).report().replace(sample + "/", "");

    assertEquals(Files.readString(sample.resolve("expected.txt")), said);
  }

  @Test
  void every_code_has_its_explanation() throws IOException {
    for (Path sample : samples().toList()) {
      List<Fault> faults = List.copyOf(reading(sample).faults());
      assertTrue(!faults.isEmpty(), sample.toString());
      for (Fault fault : faults) {
        assertTrue(FaultCodes.meaning(fault.code()).isPresent(), fault.code());
      }
    }
  }

  @Test
  void a_sure_correction_leaves_nothing_to_correct() throws IOException {
    for (Path sample : samples().toList()) {
      Reading<?> reading = reading(sample);
      boolean sources = Files.exists(sample.resolve("sources.yaml"));
      Correction.of(reading.faults(), reading.text())
          .ifPresent(
              text -> {
                List<Fault> left =
                    sources
                        ? SourcesFile.read("x", text).faults()
                        : SettingsFile.read("x", text, sample).faults();
                assertTrue(
                    left.stream().noneMatch(fault -> Correction.isSure(fault, text)),
                    sample + ": " + text);
              });
    }
  }
}
