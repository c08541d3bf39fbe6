package org.headrace.group;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The learned verification: how much each feature speaks for or against a copy. */
final class Weights {
  private static final Weights LEARNED = read();

  private final double[] weights = new double[Feature.values().length];

  private Weights() {}

  static Weights learned() {
    return LEARNED;
  }

  /** How likely it is a copy, 0 to 1. */
  double score(double[] features) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
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
          .forEach(w -> weights.weights[Feature.valueOf(w[0]).ordinal()] = Double.parseDouble(w[1]));
      return weights;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
