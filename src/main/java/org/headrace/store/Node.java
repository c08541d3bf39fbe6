package org.headrace.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A process that works on the store, as it says of itself.
 *
 * @param id other at every start
 * @param name its machine and port
 * @param started when its process did
 * @param seen when it last said so
 * @param version of its program
 * @param form the newest form of a store that its program knows
 * @param roles what it does
 * @param files a digest of what each of its files says, by their names and parts; two nodes with
 *     the same digests work alike
 */
public record Node(
    long id,
    String name,
    Instant started,
    Instant seen,
    String version,
    String form,
    List<String> roles,
    Map<String, String> files) {

  public Node {
    roles = List.copyOf(roles);
    files = Map.copyOf(files);
  }
}
