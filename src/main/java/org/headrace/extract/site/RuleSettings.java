package org.headrace.extract.site;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where files of rules for sites lie.
 *
 * @param own the operator's folder; need not exist
 * @param bundle a folder or a zip file of somebody else's; what {@code own} has for a site outranks
 *     it
 */
public record RuleSettings(Optional<Path> own, Optional<Path> bundle) {
  /** No rules at all. */
  public static final RuleSettings NONE = new RuleSettings(Optional.empty(), Optional.empty());
}
