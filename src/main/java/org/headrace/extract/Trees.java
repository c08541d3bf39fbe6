package org.headrace.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A sum of small decision trees, learned by gradient boosting: the sum is the logarithm of the odds
 * that a block is the article's.
 *
 * <p>As text, a line a tree, its nodes in preorder: {@code feature<threshold} for an inner node,
 * whose smaller side follows first, or the value of a leaf. A hash begins a comment.
 *
 * @see <a href="https://doi.org/10.1214/aos/1013203451">Friedman, Greedy function approximation</a>
 */
final class Trees {
  private static final int LEAF = -1;

  /** After every so many trees a sum is looked at: a plain one is believed, the rest refines. */
  private static final int EARLY = 25;

  /** How far from even a sum must be to be plain, and how much farther for each tree to come. */
  private static final float PLAIN = 1.5f;

  private static final float DOUBT = 0.011f;

  /** Of each node: the feature asked for, or {@link #LEAF}. */
  private final short[] features;

  /** Of each node: the threshold below which the next node follows; the value of a leaf. */
  private final float[] values;

  /** Of each inner node: where to go on at or above the threshold. */
  private final int[] others;

  private final int[] roots;

  private Trees(short[] features, float[] values, int[] others, int[] roots) {
    this.features = features;
    this.values = values;
    this.others = others;
    this.roots = roots;
  }

  /** Reads the file of the name beside the classes. */
  static Trees read(String name) {
    try (InputStream in = Trees.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("learned trees are missing: " + name);
      }
      return of(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Reads trees from their lines. */
  static Trees of(List<String> lines) {
    List<String> nodes = new ArrayList<>();
    List<Integer> roots = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank() && line.charAt(0) != '#') {
        roots.add(nodes.size());
        nodes.addAll(List.of(line.strip().split(" ")));
      }
    }
    short[] features = new short[nodes.size()];
    float[] values = new float[nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      String node = nodes.get(i);
      int less = node.indexOf('<');
      features[i] = less < 0 ? LEAF : Short.parseShort(node.substring(0, less));
      values[i] = Float.parseFloat(node.substring(less + 1));
    }
    int[] others = new int[nodes.size()];
    for (int root : roots) {
      link(features, others, root);
    }
    return new Trees(features, values, others, roots.stream().mapToInt(root -> root).toArray());
  }

  /** Finds where the larger sides of a subtree begin; the index after the subtree. */
  private static int link(short[] features, int[] others, int node) {
    if (features[node] == LEAF) {
      return node + 1;
    }
    others[node] = link(features, others, node + 1);
    return link(features, others, others[node]);
  }

  /** The logarithm of the odds for a block of these features. */
  float sum(float[] block) {
    float sum = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      if (tree % EARLY == 0 && Math.abs(sum) > PLAIN + (roots.length - tree) * DOUBT) {
        return sum;
      }
      int at = roots[tree];
      int feature = features[at];
      while (feature != LEAF) {
        at = block[feature] < values[at] ? at + 1 : others[at];
        feature = features[at];
      }
      sum += values[at];
    }
    return sum;
  }
}
