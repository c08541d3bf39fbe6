package org.headrace.parse;

import java.util.List;
import java.util.Optional;

/**
 * What prefixes mean at one place of a document: a chain of bindings, the innermost first.
 *
 * @param outer the bindings around these; empty at the outermost
 * @param depth length of the chain
 */
record Namespaces(String prefix, String address, Optional<Namespaces> outer, int depth) {
  /** Nothing is bound but the empty prefix, to nothing. */
  static final Namespaces NONE = new Namespaces("", "", Optional.empty(), 0);

  /** A document that binds more is not meant to be read. */
  private static final int LONGEST_CHAIN = 500;

  Namespaces bind(String newPrefix, String newAddress) {
    return depth >= LONGEST_CHAIN
        ? this
        : new Namespaces(newPrefix, newAddress, Optional.of(this), depth + 1);
  }

  /** These bindings and those an element declares. */
  Namespaces with(List<XmlAttribute> attributes) {
    Namespaces all = this;
    for (XmlAttribute attribute : attributes) {
      if (attribute.name().equals("xmlns")) {
        all = all.bind("", attribute.value().strip());
      } else if (attribute.name().startsWith("xmlns:")) {
        all = all.bind(attribute.name().substring(6), attribute.value().strip());
      }
    }
    return all;
  }

  /** The address a prefix is bound to; empty if it is not bound. */
  String addressOf(String wanted) {
    Namespaces link = this;
    while (!link.prefix.equals(wanted)) {
      if (link.outer.isEmpty()) {
        return "";
      }
      link = link.outer.get();
    }
    return link.address;
  }
}
