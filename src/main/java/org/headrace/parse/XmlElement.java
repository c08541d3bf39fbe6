package org.headrace.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An element of a document tree in which names are put in order: vocabulary instead of prefix,
 * lower case, base address and language known.
 */
final class XmlElement implements XmlNode {
  private final XmlName name;
  private final String written;
  private final List<XmlAttribute> attributes;
  private final String base;
  private final String language;
  private List<XmlNode> children = Collections.emptyList();
  private Map<XmlName, List<XmlElement>> byName = Map.of();
  private boolean closed = true;

  /**
   * An element without children.
   *
   * @param written name without prefix, as the document spells it
   * @param base what addresses in it are relative to
   * @param language RFC 5646 tag in force; empty if none
   */
  XmlElement(
      XmlName name, String written, List<XmlAttribute> attributes, String base, String language) {
    this.name = name;
    this.written = written;
    this.attributes = attributes;
    this.base = base;
    this.language = language;
  }

  Vocabulary vocabulary() {
    return name.vocabulary();
  }

  String local() {
    return name.local();
  }

  String written() {
    return written;
  }

  List<XmlAttribute> attributes() {
    return attributes;
  }

  String base() {
    return base;
  }

  String language() {
    return language;
  }

  /** False if its end tag is missing in the document. */
  boolean closed() {
    return closed;
  }

  void markUnclosed() {
    closed = false;
  }

  void add(XmlNode child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(4);
    }
    children.add(child);
    byName = Map.of();
  }

  List<XmlNode> children() {
    return children;
  }

  /** Child elements, in document order. */
  Stream<XmlElement> elements() {
    return children.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
  }

  boolean is(XmlName other) {
    return name.equals(other);
  }

  /** Child elements of one of these names, in document order. */
  List<XmlElement> all(XmlName... names) {
    List<XmlElement> ranked = ranked(names);
    if (ranked.size() < 2) {
      return ranked;
    }
    Set<XmlName> wanted = Set.of(names);
    return elements().filter(child -> wanted.contains(child.name)).toList();
  }

  /** Child elements of these names, those of the first name first. */
  List<XmlElement> ranked(XmlName... names) {
    List<XmlElement> found = List.of();
    for (XmlName wanted : names) {
      List<XmlElement> more = byName().getOrDefault(wanted, List.of());
      if (found.isEmpty()) {
        found = more;
      } else if (!more.isEmpty()) {
        found = new ArrayList<>(found);
        found.addAll(more);
      }
    }
    return found;
  }

  /** Made when first asked for: only a few elements ever are. */
  private Map<XmlName, List<XmlElement>> byName() {
    if (byName.isEmpty() && !children.isEmpty()) {
      byName = new HashMap<>();
      elements()
          .forEach(child -> byName.computeIfAbsent(child.name, n -> new ArrayList<>(2)).add(child));
    }
    return byName;
  }

  /** The first child of the first of these names that has one. */
  Optional<XmlElement> first(XmlName... names) {
    return ranked(names).stream().findFirst();
  }

  /** Plain text of the first of these children that has any, in order of names; else empty. */
  String textOf(XmlName... names) {
    for (XmlElement child : ranked(names)) {
      String text = child.text();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  boolean hasElements() {
    for (XmlNode child : children) {
      if (child instanceof XmlElement) {
        return true;
      }
    }
    return false;
  }

  /** All characters in it, markup left out, stripped of white space around. */
  String text() {
    if (children.size() == 1 && children.getFirst() instanceof XmlText only) {
      return only.characters().strip();
    }
    StringBuilder text = new StringBuilder();
    Deque<XmlNode> open = new ArrayDeque<>();
    open.push(this);
    while (!open.isEmpty()) {
      switch (open.pop()) {
        case XmlText characters -> text.append(characters.characters());
        case XmlElement element -> element.children.reversed().forEach(open::push);
      }
    }
    return text.toString().strip();
  }

  /** Value of an attribute, stripped; empty if missing. A name without prefix matches any. */
  String attribute(String name) {
    for (XmlAttribute attribute : attributes) {
      String written = attribute.name();
      if (written.equalsIgnoreCase(name)) {
        return attribute.value().strip();
      }
    }
    for (XmlAttribute attribute : attributes) {
      String written = attribute.name();
      int colon = written.indexOf(':');
      if (colon > 0
          && !written.startsWith("xml")
          && written.substring(colon + 1).equalsIgnoreCase(name)) {
        return attribute.value().strip();
      }
    }
    return "";
  }
}
