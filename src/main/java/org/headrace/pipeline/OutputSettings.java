package org.headrace.pipeline;

import java.util.Optional;

/**
 * A feed that the operator has named himself.
 *
 * @param name in its address: small letters, digits and "-"
 * @param token in its address too, so that only who knows it finds the feed; empty if all may
 * @param title as readers see it
 * @param items newest stories kept in it; for a digest, days
 * @param digest if it has one entry a day with the stories of that day
 */
public record OutputSettings(
    String name,
    String token,
    String title,
    int items,
    Selection selection,
    Optional<DigestSettings> digest) {

  @Override
  public String toString() {
    return "output " + name;
  }
}
