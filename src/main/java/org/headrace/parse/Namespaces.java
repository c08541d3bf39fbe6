package org.headrace.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What prefixes mean at one place of a document. {@code bound} is by prefix; "" is the default. */
record Namespaces(Map<String, Vocabulary> bound) {
  static final Namespaces NONE = new Namespaces(Map.of());

  /** A document that binds more is not meant to be read. */
  private static final int MOST = 200;

  /** These bindings and one more. */
  Namespaces bind(String prefix, Vocabulary vocabulary) {
    if (bound.size() >= MOST || bound.get(prefix) == vocabulary) {
      return this;
    }
    Map<String, Vocabulary> more = new HashMap<>(bound);
    more.put(prefix, vocabulary);
    return new Namespaces(more);
  }

  /** These bindings and those an element declares. */
  Namespaces with(List<XmlAttribute> attributes) {
    Namespaces all = this;
    for (XmlAttribute attribute : attributes) {
      if (attribute.name().equals("xmlns")) {
        all = all.bind("", Vocabulary.of(attribute.value(), ""));
      } else if (attribute.name().startsWith("xmlns:")) {
        String prefix = attribute.name().substring(6);
        all = all.bind(prefix, Vocabulary.of(attribute.value(), prefix));
      }
    }
    return all;
  }

  /** What {@code prefix} is bound to; empty if it is not. */
  Optional<Vocabulary> of(String prefix) {
    return Optional.ofNullable(bound.get(prefix));
  }
}
