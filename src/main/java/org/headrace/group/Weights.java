package org.headrace.group;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** The learned verification: how much each feature speaks for or against a copy. */
final class Weights {
  private static final Weights LEARNED = read();

  private final Map<Feature, Double> weights = new EnumMap<>(Feature.class);

  private Weights() {}

  static Weights learned() {
    return LEARNED;
  }

  /** How likely it is a copy, 0 to 1. */
  double score(Map<Feature, Double> features) {
    double sum = 0;
    for (Map.Entry<Feature, Double> feature : features.entrySet()) {
      sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private static Weights read() {
    try (InputStream file = Weights.class.getResourceAsStream("verification.txt")) {
      if (file == null) {
        throw new IllegalStateException("verification.txt is missing from the program");
      }
      Weights weights = new Weights();
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(w -> weights.weights.put(Feature.valueOf(w[0]), Double.valueOf(w[1])));
      return weights;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
