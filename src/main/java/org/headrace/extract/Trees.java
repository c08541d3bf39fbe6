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
  private static final int LEAF = 0xFFFF;

  /** After every so many trees a sum is looked at: a plain one is believed, the rest refines. */
  private static final int EARLY = 10;

  /** How far from even a sum must be to be plain, and how much farther for each tree to come. */
  private static final float PLAIN = 1.6f;

  private static final float DOUBT = 0.006f;

  /**
   * Two numbers a node. First the feature asked for, or {@link #LEAF}, and above its 16 bits the
   * node to go on at from the threshold; then the bits of the threshold, or of the leaf's value.
   */
  private final int[] nodes;

  private final int[] roots;

  private Trees(int[] nodes, int[] roots) {
    this.nodes = nodes;
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
    int[] packed = new int[2 * nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      String node = nodes.get(i);
      int less = node.indexOf('<');
      packed[2 * i] = less < 0 ? LEAF : Integer.parseInt(node.substring(0, less));
      packed[2 * i + 1] = Float.floatToIntBits(Float.parseFloat(node.substring(less + 1)));
    }
    for (int root : roots) {
      link(packed, root);
    }
    return new Trees(packed, roots.stream().mapToInt(root -> 2 * root).toArray());
  }

  /** Finds where the larger sides of a subtree begin; the node after the subtree. */
  private static int link(int[] nodes, int node) {
    if (nodes[2 * node] == LEAF) {
      return node + 1;
    }
    int larger = link(nodes, node + 1);
    nodes[2 * node] |= larger << 16;
    return link(nodes, larger);
  }

  /** The logarithm of the odds for a block of these features. */
  float sum(float[] block) {
    int[] nodes = this.nodes;
    float sum = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      if (tree % EARLY == 0 && Math.abs(sum) > PLAIN + (roots.length - tree) * DOUBT) {
        return sum;
      }
      int at = roots[tree];
      int node = nodes[at];
      while (node != LEAF) {
        at = block[node & LEAF] < Float.intBitsToFloat(nodes[at + 1]) ? at + 2 : node >>> 16 << 1;
        node = nodes[at];
      }
      sum += Float.intBitsToFloat(nodes[at + 1]);
    }
    return sum;
  }
}
