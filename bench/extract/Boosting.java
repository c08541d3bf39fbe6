package org.headrace.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Learns trees by gradient boosting of the logistic loss, over features in bins, best leaf first.
 */
final class Boosting {
  private static final int BINS = 64;
  private static final double ROWS = 0.7;

  private final Plan plan;
  private final Random random = new Random(20);
  private final int size;
  private final int width;
  private final float[][] cuts;
  private final byte[][] bins;
  private final float[] labels;
  private final float[] weights;
  private final double[] scores;
  private final float[] gradients;
  private final float[] curvatures;

  private Boosting(Plan plan, List<Sample> samples) {
    this.plan = plan;
    size = samples.size();
    width = samples.get(0).features().length;
    cuts = new float[width][];
    bins = new byte[width][size];
    labels = new float[size];
    weights = new float[size];
    scores = new double[size];
    gradients = new float[size];
    curvatures = new float[size];
    for (int i = 0; i < size; i++) {
      labels[i] = samples.get(i).label();
      weights[i] = samples.get(i).weight();
    }
    for (int feature = 0; feature < width; feature++) {
      bin(samples, feature);
    }
  }

  /**
   * How to learn.
   *
   * @param leaves the most of one tree
   * @param rate share of what a tree could mend that it is let to
   * @param columns share of the features that a tree may ask for
   * @param ridge weight added to each leaf, which draws its value to zero
   * @param leastWeight of the samples in a leaf
   */
  record Plan(
      int trees, int leaves, double rate, double columns, double ridge, double leastWeight) {}

  /** A block with what is known of it. */
  record Sample(float[] features, float label, float weight) {}

  private void bin(List<Sample> samples, int feature) {
    float[] sorted = new float[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = samples.get(i).features()[feature];
    }
    Arrays.sort(sorted);
    float[] found = new float[BINS];
    int count = 0;
    for (int k = 1; k < BINS; k++) {
      int at = (int) ((long) k * size / BINS);
      float value = sorted[at];
      if (value > sorted[0] && (count == 0 || value > found[count - 1])) {
        found[count++] = value;
      }
    }
    // Rare values of features with few of them get a cut too.
    if (count < 8) {
      float[] distinct = new float[BINS];
      int many = 0;
      for (int i = 1; i < size && many < BINS - 1; i++) {
        if (sorted[i] > sorted[i - 1]) {
          distinct[many++] = sorted[i];
        }
      }
      if (many < BINS - 1) {
        found = distinct;
        count = many;
      }
    }
    cuts[feature] = Arrays.copyOf(found, count);
    for (int i = 0; i < size; i++) {
      int at = Arrays.binarySearch(cuts[feature], samples.get(i).features()[feature]);
      bins[feature][i] = (byte) (at >= 0 ? at + 1 : -at - 1);
    }
  }

  /** The lines of the learned trees. */
  static List<String> learn(Plan plan, List<Sample> samples) {
    Boosting boosting = new Boosting(plan, samples);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < plan.trees; i++) {
      lines.add(boosting.tree());
    }
    return lines;
  }

  private final class Leaf {
    final int[] rows;
    double[][] sums;
    double gradient;
    double curvature;
    int feature = -1;
    int cut;
    double gain;
    Leaf smaller;
    Leaf larger;

    Leaf(int[] rows) {
      this.rows = rows;
      for (int row : rows) {
        gradient += gradients[row];
        curvature += curvatures[row];
      }
    }

    double value() {
      return plan.rate * gradient / (curvature + plan.ridge);
    }
  }

  private String tree() {
    for (int i = 0; i < size; i++) {
      double p = 1 / (1 + Math.exp(-scores[i]));
      gradients[i] = (float) (weights[i] * (labels[i] - p));
      curvatures[i] = (float) (weights[i] * p * (1 - p));
    }
    int[] rows = random.ints(size, 0, 1000).toArray();
    int[] chosen =
        java.util.stream.IntStream.range(0, size).filter(i -> rows[i] < ROWS * 1000).toArray();
    int[] columns =
        java.util.stream.IntStream.range(0, width)
            .filter(i -> random.nextDouble() < plan.columns)
            .toArray();
    Leaf root = new Leaf(chosen);
    sums(root, columns);
    best(root, columns);
    List<Leaf> leaves = new ArrayList<>(List.of(root));
    while (leaves.size() < plan.leaves) {
      Leaf widest = leaves.stream().max((a, b) -> Double.compare(a.gain, b.gain)).orElseThrow();
      if (widest.gain <= 1e-6) {
        break;
      }
      split(widest, columns);
      leaves.remove(widest);
      leaves.add(widest.smaller);
      leaves.add(widest.larger);
    }
    for (int i = 0; i < size; i++) {
      Leaf at = root;
      while (at.smaller != null) {
        at = (bins[at.feature][i] & 0xff) <= at.cut ? at.smaller : at.larger;
      }
      scores[i] += at.value();
    }
    StringBuilder line = new StringBuilder();
    write(root, line);
    return line.toString().strip();
  }

  private void write(Leaf leaf, StringBuilder line) {
    if (leaf.smaller == null) {
      line.append(String.format(Locale.ROOT, "%.4f ", leaf.value()));
    } else {
      line.append(leaf.feature)
          .append('<')
          .append(number(cuts[leaf.feature][leaf.cut]))
          .append(' ');
      write(leaf.smaller, line);
      write(leaf.larger, line);
    }
  }

  private static String number(float cut) {
    return cut == Math.rint(cut) ? Integer.toString((int) cut) : Float.toString(cut);
  }

  private void sums(Leaf leaf, int[] columns) {
    leaf.sums = new double[width][];
    for (int column : columns) {
      double[] sums = new double[2 * BINS];
      byte[] own = bins[column];
      for (int row : leaf.rows) {
        int bin = 2 * own[row];
        sums[bin] += gradients[row];
        sums[bin + 1] += curvatures[row];
      }
      leaf.sums[column] = sums;
    }
  }

  private void best(Leaf leaf, int[] columns) {
    double whole = leaf.gradient * leaf.gradient / (leaf.curvature + plan.ridge);
    for (int column : columns) {
      double gradient = 0;
      double curvature = 0;
      for (int cut = 0; cut < cuts[column].length; cut++) {
        gradient += leaf.sums[column][2 * cut];
        curvature += leaf.sums[column][2 * cut + 1];
        double rest = leaf.curvature - curvature;
        if (curvature < plan.leastWeight || rest < plan.leastWeight) {
          continue;
        }
        double other = leaf.gradient - gradient;
        double gain =
            gradient * gradient / (curvature + plan.ridge)
                + other * other / (rest + plan.ridge)
                - whole;
        if (gain > leaf.gain) {
          leaf.gain = gain;
          leaf.feature = column;
          leaf.cut = cut;
        }
      }
    }
  }

  private void split(Leaf leaf, int[] columns) {
    byte[] own = bins[leaf.feature];
    int[] smaller = Arrays.stream(leaf.rows).filter(row -> own[row] <= leaf.cut).toArray();
    int[] larger = Arrays.stream(leaf.rows).filter(row -> own[row] > leaf.cut).toArray();
    leaf.smaller = new Leaf(smaller);
    leaf.larger = new Leaf(larger);
    Leaf few = smaller.length < larger.length ? leaf.smaller : leaf.larger;
    Leaf many = few == leaf.smaller ? leaf.larger : leaf.smaller;
    sums(few, columns);
    many.sums = leaf.sums;
    for (int column : columns) {
      for (int i = 0; i < 2 * BINS; i++) {
        many.sums[column][i] -= few.sums[column][i];
      }
    }
    leaf.sums = null;
    best(few, columns);
    best(many, columns);
  }
}
