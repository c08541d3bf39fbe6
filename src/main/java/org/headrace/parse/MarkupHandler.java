package org.headrace.parse;

import java.util.List;
import java.util.Map;

/** Is told what stands in a document, from its beginning to its end. */
interface MarkupHandler {
  /** A tag that opens an element. {@code empty} if it closes it, too. */
  void open(String name, List<XmlAttribute> attributes, boolean empty);

  /** A tag that closes an element. */
  void close(String name);

  /** Characters, references unresolved unless {@code marked} as CDATA. */
  void text(String characters, boolean marked);

  /** The document's own names for pieces of text. */
  void names(Map<String, String> texts);
}
