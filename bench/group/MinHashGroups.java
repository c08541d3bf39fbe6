package org.headrace.bench;

import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headrace.model.Words;

/**
 * What is usual: MinHash of the runs of four words, 128 numbers of 32 bits, found by 32 bands of
 * four; an article joins the most like one if its estimated likeness (Jaccard) is 0.4 or more.
 */
final class MinHashGroups {
  private static final int NUMBERS = 128;
  private static final int BANDS = 32;
  private static final double LIKE = 0.4;

  private final SimilarityHashPolicy policy = SimilarityHashing.minHash(NUMBERS, Integer.SIZE);
  private final SimilarityHasher hasher = policy.createHasher();
  private final Map<Long, List<Integer>> bands = new HashMap<>();
  private final List<byte[]> signatures = new ArrayList<>();
  private final List<Integer> clusters = new ArrayList<>();

  /** The number of the first article of the cluster that the next article belongs to. */
  int add(Words body) {
    int number = clusters.size();
    int cluster = number;
    byte[] signature = new byte[0];
    if (body.runs() > 0) {
      signature =
          hasher.compute(
              ElementHashProvider.ofFunction(
                  i -> Hashing.komihash5_0().hashLongToLong(body.run(i)), body.runs()));
      cluster = nearest(signature, number);
    }
    signatures.add(signature);
    clusters.add(cluster);
    return cluster;
  }

  private int nearest(byte[] signature, int number) {
    double most = LIKE;
    int nearest = number;
    int length = signature.length / BANDS;
    for (int band = 0; band < BANDS; band++) {
      long key = Hashing.komihash5_0().hashBytesToLong(signature, band * length, length) + band;
      List<Integer> others = bands.computeIfAbsent(key, none -> new ArrayList<>());
      for (int other : others) {
        double like = policy.getFractionOfEqualComponents(signature, signatures.get(other));
        if (like > most || (like == most && nearest == number)) {
          most = like;
          nearest = clusters.get(other);
        }
      }
      others.add(number);
    }
    return nearest;
  }
}
