package org.headrace.extract.site;

import java.net.URI;
import java.util.List;

/**
 * An address at which a rule says it works.
 *
 * @param address absolute http(s)
 * @param contains texts the article there must hold
 */
public record RuleTest(URI address, List<String> contains) {
  public RuleTest {
    contains = List.copyOf(contains);
  }
}
