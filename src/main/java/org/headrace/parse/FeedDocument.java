package org.headrace.parse;

import static org.headrace.parse.XmlName.atom;
import static org.headrace.parse.XmlName.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where head and entries are in a document tree: in the right place, or wherever they were put.
 *
 * @param format such as {@code rss2.0}
 * @param root the outermost element of the feed; RSS 1.0 puts the image beside the channel
 * @param head the channel or the Atom feed
 * @param entries in document order
 */
record FeedDocument(String format, XmlElement root, XmlElement head, List<XmlElement> entries) {
  private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "entry");
  private static final Set<String> CONTAINERS =
      Set.of("rss", "rdf", "channel", "feed", "items", "entries");
  private static final XmlName[] ENTRY = {core("item"), atom("entry"), core("entry"), atom("item")};
  private static final int ROOT_WITHIN = 8;

  /** No feed has more that anyone could read; a document that does wants to use us up. */
  private static final int MOST_ENTRIES = 20_000;

  /** The head of a document that is one entry. */
  private static final XmlElement NO_HEAD = new XmlElement(atom("feed"), "feed", List.of(), "", "");

  /** Finds the feed in a document; empty if there is none. */
  static Optional<FeedDocument> in(XmlElement document, RepairLog repairs) {
    return root(document, 0).map(root -> of(root, repairs));
  }

  /** Junk before the root may have opened elements around it. */
  private static Optional<XmlElement> root(XmlElement outer, int depth) {
    List<XmlElement> elements = outer.elements().toList();
    for (XmlElement element : elements) {
      if (isRoot(element)) {
        return Optional.of(element);
      }
    }
    for (XmlElement element : elements) {
      if (depth < ROOT_WITHIN && !element.closed()) {
        Optional<XmlElement> inner = root(element, depth + 1);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isRoot(XmlElement element) {
    return ROOTS.contains(element.local()) && element.vocabulary() != Vocabulary.XHTML;
  }

  private static FeedDocument of(XmlElement root, RepairLog repairs) {
    if (root.local().equals("entry")) {
      return new FeedDocument(format(root), NO_HEAD, NO_HEAD, List.of(root));
    }
    List<XmlElement> entries = new ArrayList<>();
    collect(root, entries, 0);
    if (entries.size() >= MOST_ENTRIES) {
      repairs.add("there are too many entries: the first " + MOST_ENTRIES + " count");
    }
    return new FeedDocument(format(root), root, head(root), entries);
  }

  private static XmlElement head(XmlElement root) {
    return root.first(core("channel"), atom("channel"), core("feed"), atom("feed"))
        .map(channel -> channel.children().isEmpty() ? root : channel)
        .orElse(root);
  }

  private static void collect(XmlElement container, List<XmlElement> entries, int depth) {
    for (XmlNode node : container.children()) {
      if (entries.size() >= MOST_ENTRIES) {
        return;
      }
      if (node instanceof XmlElement child) {
        if (isEntry(child)) {
          entries.add(child);
          if (!child.closed()) {
            collect(child, entries, depth);
          }
        } else if (depth < ROOT_WITHIN && CONTAINERS.contains(child.local())) {
          collect(child, entries, depth + 1);
        }
      }
    }
  }

  private static boolean isEntry(XmlElement element) {
    for (XmlName name : ENTRY) {
      if (element.is(name)) {
        return true;
      }
    }
    return false;
  }

  private static String format(XmlElement root) {
    String version = root.attribute("version");
    return switch (root.local()) {
      case "rss" -> "rss" + (version.isEmpty() ? "2.0" : version);
      case "rdf" -> isOldest(root) ? "rss0.90" : "rss1.0";
      case "channel" -> "cdf";
      default -> version.equals("0.3") ? "atom0.3" : "atom1.0";
    };
  }

  private static boolean isOldest(XmlElement root) {
    return root.attributes().stream()
        .anyMatch(a -> a.name().startsWith("xmlns") && a.value().contains("rdf/simple/0.9"));
  }
}
