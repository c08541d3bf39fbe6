package org.headrace.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the tree of a document, well-formed or not: closes what was left open, overlooks what
 * closes nothing, gives names their vocabulary, and resolves {@code xml:base} and {@code xml:lang}
 * on the way down.
 */
final class XmlTree implements MarkupHandler {
  private static final int DEEPEST = 200;

  /** No document that somebody meant is nested deeper. */
  private static final int BOTTOMLESS = 100_000;

  /** Elements that hold a feed or one of its entries: one inside itself means a missing end tag. */
  private static final Set<String> ENTRIES = Set.of("item", "entry");

  /** Names of RSS that are not lower case throughout. */
  private static final Set<String> MIXED_CASE =
      Set.of(
          "pubDate",
          "lastBuildDate",
          "managingEditor",
          "webMaster",
          "skipHours",
          "skipDays",
          "textInput");

  private record Open(XmlElement element, String name, Namespaces namespaces) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, String> names = new HashMap<>();
  private final RepairLog repairs;
  private final CharacterReferences references;
  private final Map<String, Integer> openNames = new HashMap<>();
  private int rss;
  private int tooDeep;
  private boolean bottomless;

  private XmlTree(String base, String language, RepairLog repairs) {
    XmlElement document =
        new XmlElement(new XmlName(Vocabulary.OTHER, ""), "", List.of(), base, language);
    open.push(new Open(document, "", Namespaces.NONE));
    this.repairs = repairs;
    this.references = new CharacterReferences(names, repairs);
  }

  /**
   * The tree of a document, under an element without a name.
   *
   * @param base what addresses are relative to where the document says nothing
   * @throws UnreadableFeedException if it is nested so deep that it can only be a trap
   */
  static XmlElement read(String document, String base, RepairLog repairs)
      throws UnreadableFeedException {
    XmlTree tree = new XmlTree(base, "", repairs);
    new MarkupScanner(document, tree, repairs).scan();
    if (tree.bottomless) {
      throw new UnreadableFeedException(
          "the server sent XML that is nested more than " + BOTTOMLESS + " deep");
    }
    return tree.finish();
  }

  private XmlElement finish() {
    while (open.size() > 1) {
      repairs.add("the document ends before its elements do", this::path);
      open.pop().element().markUnclosed();
    }
    return open.pop().element();
  }

  @Override
  public void names(Map<String, String> texts) {
    texts.forEach(names::putIfAbsent);
  }

  @Override
  public void open(String name, List<XmlAttribute> written, boolean empty) {
    if (open.size() > DEEPEST) {
      repairs.add("elements are nested too deep: the innermost were taken out of each other");
      tooDeep += empty ? 0 : 1;
      bottomless |= tooDeep > BOTTOMLESS;
      return;
    }
    int colon = name.indexOf(':');
    String local = name.substring(colon + 1).toLowerCase(Locale.ROOT);
    if (!empty) {
      closeForgotten(local);
    }
    Open parent = open.element();
    List<XmlAttribute> attributes = resolved(written);
    Namespaces namespaces = parent.namespaces().with(attributes);
    if (colon < 0) {
      namespaces = namespaces.bind("", meant(local, namespaces.of("").orElse(Vocabulary.CORE)));
    }
    XmlElement element =
        new XmlElement(
            new XmlName(vocabulary(name, colon, namespaces), local),
            name.substring(colon + 1),
            attributes,
            base(parent.element(), attributes),
            language(parent.element(), attributes));
    parent.element().add(element);
    noteOddities(element);
    if (!empty) {
      open.push(new Open(element, name, namespaces));
      openNames.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
      rss += isRss(local) ? 1 : 0;
    }
  }

  private void noteOddities(XmlElement element) {
    boolean ofFeed =
        element.vocabulary() == Vocabulary.CORE || element.vocabulary() == Vocabulary.ATOM;
    if (ofFeed
        && !element.written().equals(element.local())
        && !MIXED_CASE.contains(element.written())) {
      repairs.add("a name is spelt in other letters", () -> path() + "/" + element.written());
    }
    boolean item = element.local().equals("item") && element.vocabulary() == Vocabulary.CORE;
    if (item && open.size() == 2 && open.element().element().local().equals("rss")) {
      repairs.add("an item stands outside the channel", this::path);
    }
  }

  private Vocabulary vocabulary(String name, int colon, Namespaces namespaces) {
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    Optional<Vocabulary> bound = namespaces.of(prefix);
    if (bound.isEmpty()) {
      repairs.add("a namespace prefix is not declared", () -> path() + "/" + name);
    }
    return bound.orElseGet(() -> Vocabulary.unbound(prefix));
  }

  /** The default vocabulary from a root on that names none, or one that cannot be meant. */
  private Vocabulary meant(String local, Vocabulary stated) {
    boolean unknown = stated == Vocabulary.CORE || stated == Vocabulary.OTHER;
    return switch (local) {
      case "feed", "entry" -> unknown && rss == 0 ? Vocabulary.ATOM : stated;
      case "rss" -> Vocabulary.CORE;
      default -> stated;
    };
  }

  private static boolean isRss(String local) {
    return local.equals("rss") || local.equals("rdf") || local.equals("channel");
  }

  /** An item inside an item: the first was never closed. */
  private void closeForgotten(String local) {
    if (!ENTRIES.contains(local) || open.size() < 3) {
      return;
    }
    Open parent = open.element();
    if (parent.element().local().equals(local)) {
      repairs.add("an entry has no end tag", this::path);
      pop().markUnclosed();
    }
  }

  @Override
  public void close(String name) {
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    int depth = depthOf(name);
    if (depth < 0) {
      repairs.add("an end tag closes nothing", () -> path() + "/" + name);
      return;
    }
    for (int i = 0; i < depth; i++) {
      repairs.add("an element has no end tag", this::path);
      pop().markUnclosed();
    }
    pop();
  }

  private XmlElement pop() {
    Open innermost = open.pop();
    openNames.merge(innermost.name().toLowerCase(Locale.ROOT), -1, Integer::sum);
    rss -= isRss(innermost.element().local()) ? 1 : 0;
    return innermost.element();
  }

  /** How many elements are open inside the one this tag closes; -1 if it closes none. */
  private int depthOf(String name) {
    if (openNames.getOrDefault(name.toLowerCase(Locale.ROOT), 0) == 0) {
      return -1;
    }
    int depth = depthOf(name, false);
    return depth < 0 ? depthOf(name, true) : depth;
  }

  private int depthOf(String name, boolean anyCase) {
    int depth = 0;
    for (Iterator<Open> inner = open.iterator(); inner.hasNext(); depth++) {
      String candidate = inner.next().name();
      if (anyCase ? candidate.equalsIgnoreCase(name) : candidate.equals(name)) {
        return depth;
      }
    }
    return -1;
  }

  @Override
  public void text(String characters, boolean marked) {
    String text = marked ? characters : references.resolve(characters);
    if (open.size() == 1 && !text.isBlank()) {
      repairs.add("text stands outside the document");
    }
    if (!text.isEmpty()) {
      open.element().element().add(new XmlText(text, marked));
    }
  }

  private List<XmlAttribute> resolved(List<XmlAttribute> written) {
    if (written.isEmpty()) {
      return written;
    }
    List<XmlAttribute> resolved = new ArrayList<>(written.size());
    for (XmlAttribute attribute : written) {
      resolved.add(new XmlAttribute(attribute.name(), references.resolve(attribute.value())));
    }
    return resolved;
  }

  private static String base(XmlElement parent, List<XmlAttribute> attributes) {
    for (XmlAttribute attribute : attributes) {
      if (attribute.name().equalsIgnoreCase("xml:base")) {
        return Address.resolve(parent.base(), attribute.value()).orElse(parent.base());
      }
    }
    return parent.base();
  }

  private static String language(XmlElement parent, List<XmlAttribute> attributes) {
    for (XmlAttribute attribute : attributes) {
      if (attribute.name().equalsIgnoreCase("xml:lang")) {
        return attribute.value().strip();
      }
    }
    return parent.language();
  }

  private String path() {
    List<String> steps = new ArrayList<>();
    open.descendingIterator().forEachRemaining(step -> steps.add(step.name()));
    return String.join("/", steps.subList(1, steps.size()));
  }
}
