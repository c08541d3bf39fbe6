package org.headrace.clean;

import java.util.Optional;

/** What becomes of the value of one attribute; empty if the attribute must go. */
@FunctionalInterface
interface AttributeRule {
  Optional<String> clean(String value, Surroundings around);
}
