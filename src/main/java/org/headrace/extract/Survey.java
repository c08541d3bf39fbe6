package org.headrace.extract;

import java.util.ArrayList;
import java.util.List;
import org.headrace.extract.Tags.Flow;
import org.headrace.extract.Tags.Meaning;
import org.headrace.extract.Tags.Role;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The one walk over a page's tree: blocks and regions of the body, and the elements that facts
 * about the page are read from. Depth is bounded by the parser, the number of blocks here.
 */
final class Survey {
  private static final int MOST_BLOCKS = 20_000;
  private static final int MOST_CANDIDATES = 200;
  private static final int MOST_JSON = 2 << 20;
  private static final int LONGEST_SIGN = 4;
  private static final int TELLING = Trait.set(Trait.AUTHOR, Trait.META);
  private static final int NEVER_FOLDED =
      Trait.set(
          Trait.NAV,
          Trait.LAYER,
          Trait.CONSENT,
          Trait.LOGIN,
          Trait.SHARE,
          Trait.COMMENTS,
          Trait.PROMO,
          Trait.FOOT);

  final List<Block> blocks = new ArrayList<>();
  final List<Region> regions = new ArrayList<>();
  final List<Element> metas = new ArrayList<>();
  final List<Element> relations = new ArrayList<>();
  final List<String> linkedData = new ArrayList<>();

  /** What scripts hold in the page. */
  final List<DataNode> scripts = new ArrayList<>();

  /** Elements that say who, when or what by microdata, class or tag, in page order. */
  final List<Hint> hints = new ArrayList<>();

  /** What relative addresses are relative to, if the page says it. */
  @Nullable Element base;

  final List<Element> headlines = new ArrayList<>();

  /** True if parts of the page are elsewhere until a script puts them in their place. */
  private boolean awaits;

  /** True if elements of the body were passed over because the page hides them. */
  boolean hides;

  final Document document;

  /**
   * An element that may say who, when or what.
   *
   * @param before blocks that stand before it
   */
  record Hint(Element element, Region region, int traits, int before) {}

  private final Traits traits = new Traits();
  private final boolean readHidden;
  private final BlockText text = new BlockText();
  private int linkDepth;
  private int strongDepth;
  private int italicDepth;
  private int preDepth;

  private Survey(Document document, boolean readHidden) {
    this.document = document;
    this.readHidden = readHidden;
  }

  /**
   * @param readHidden also reads what the page hides, for pages that show their text by script only
   */
  static Survey of(Document document, boolean readHidden) {
    Survey survey = read(document, readHidden);
    return survey.awaits && StreamedParts.settle(document) ? read(document, readHidden) : survey;
  }

  private static Survey read(Document document, boolean readHidden) {
    Survey survey = new Survey(document, readHidden);
    survey.head(document.head());
    Element body = document.body();
    Region root = survey.open(body, Tags.of(body.normalName()), null, 0);
    survey.children(body, root);
    survey.close(root);
    return survey;
  }

  private void head(Element head) {
    for (Node node = firstChild(head); node != null; node = node.nextSibling()) {
      if (node instanceof Element element) {
        if (element.normalName().equals("noscript")) {
          head(element);
        }
        note(element, Tags.of(element.normalName()).role());
      }
    }
  }

  /** The content of the title element, white space folded; empty if there is none. */
  String title() {
    for (Node node = firstChild(document.head()); node != null; node = node.nextSibling()) {
      if (node instanceof Element element && element.normalName().equals("title")) {
        return StringUtil.normaliseWhitespace(element.text()).trim();
      }
    }
    return document.title();
  }

  private static @Nullable Node firstChild(Element element) {
    return element.childNodeSize() == 0 ? null : element.childNode(0);
  }

  /** Puts aside what facts are read from, wherever it stands. */
  private void note(Element element, Role role) {
    switch (role) {
      case META -> keep(metas, element);
      case RELATION -> keep(relations, element);
      case SCRIPT -> script(element);
      case BASE -> base = base == null && element.hasAttr("href") ? element : base;
      case HEADLINE -> keep(headlines, element);
      default -> {}
    }
  }

  private void script(Element script) {
    if (script.childNodeSize() == 1 && script.childNode(0) instanceof DataNode node) {
      String type = script.attr("type");
      if (type.length() >= 60 || !type.contains("ld+json")) {
        scripts.add(node);
      } else if (node.getWholeData().length() < MOST_JSON) {
        linkedData.add(node.getWholeData());
      }
    }
  }

  private static void keep(List<Element> list, Element element) {
    if (list.size() < MOST_CANDIDATES) {
      list.add(element);
    }
  }

  private Region open(Element element, Meaning meaning, @Nullable Region parent, int given) {
    flush(parent);
    Region region = new Region(element, meaning, parent, given, blocks.size(), regions.size());
    regions.add(region);
    if (parent != null) {
      parent.add(region);
    }
    return region;
  }

  private void close(Region region) {
    flush(region);
    region.end = blocks.size();
  }

  private void children(Element parent, Region region) {
    int size = parent.childNodeSize();
    for (int i = 0; i < size && blocks.size() < MOST_BLOCKS; i++) {
      Node node = parent.childNode(i);
      if (node instanceof TextNode words) {
        text.add(words, linkDepth > 0, strongDepth > 0, italicDepth > 0, preDepth > 0);
      } else if (node instanceof Element element) {
        element(element, region);
      }
    }
  }

  private void element(Element element, Region region) {
    Meaning meaning = Tags.of(element.normalName());
    Role role = meaning.role();
    if (role == Role.LINE_BREAK) {
      if (text.lineBreak()) {
        flush(region);
      }
      return;
    }
    note(element, role);
    if (role == Role.TEMPLATE) {
      awaits |= StreamedParts.isPlace(element);
      if (isShown(element, role)) {
        children(element, region);
      }
      return;
    }
    if (meaning.flow() == Flow.NEVER || role == Role.READING_AID) {
      return;
    }
    int attributes = element.attributesSize();
    boolean bare = attributes == 0;
    int own = meaning.traits() | (bare ? 0 : traits.of(element.attributes(), attributes));
    if (meaning.kind() == 0 && Tags.isOwn(element)) {
      own |= traits.ofName(element.normalName());
    }
    String name = bare ? "" : traits.className();
    if ((role == Role.TIME || (!bare && tells(element, own))) && hints.size() < MOST_CANDIDATES) {
      hints.add(new Hint(element, region, own, blocks.size()));
    }
    if (Trait.HIDDEN.in(own) && !readHidden && !isFolded(element, own)) {
      pass(element, meaning, region, own);
    } else if (meaning.flow() == Flow.LINE) {
      Region inner = open(element, meaning, region, own);
      inner.name = name;
      preDepth += role == Role.AS_WRITTEN ? 1 : 0;
      children(element, inner);
      preDepth -= role == Role.AS_WRITTEN ? 1 : 0;
      close(inner);
    } else {
      inline(element, role, region);
    }
  }

  /**
   * True for a template whose content a browser shows at once in the place of its parent.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/scripting.html#attr-template-shadowrootmode">
   *     shadowrootmode</a>
   */
  static boolean isShown(Element element, Role role) {
    return role == Role.TEMPLATE
        && (element.hasAttr("shadowrootmode") || element.hasAttr("shadowroot"));
  }

  /**
   * True for a part of the text that is hidden until a reader unfolds it by its heading.
   *
   * @see <a href="https://www.w3.org/WAI/ARIA/apg/patterns/accordion/">Accordion pattern</a>
   */
  private static boolean isFolded(Element element, int own) {
    return (own & NEVER_FOLDED) == 0
        && element.attr("role").equals("region")
        && element.hasAttr("aria-labelledby");
  }

  /** Passes over what the page hides: a region of no text that is out from the beginning. */
  private void pass(Element element, Meaning meaning, Region region, int own) {
    Region passed = new Region(element, meaning, region, own, blocks.size(), regions.size());
    passed.dropped = true;
    regions.add(passed);
    hides = true;
  }

  private void inline(Element element, Role role, Region region) {
    boolean link = role == Role.LINK && element.hasAttr("href") && !namesItself(element, region);
    boolean strong = role == Role.STRONG;
    boolean italic = role == Role.ITALIC;
    if (link) {
      if (leadsBack(element)) {
        return;
      }
      text.link(element);
      linkDepth++;
    }
    strongDepth += strong ? 1 : 0;
    italicDepth += italic ? 1 : 0;
    children(element, region);
    italicDepth -= italic ? 1 : 0;
    strongDepth -= strong ? 1 : 0;
    linkDepth -= link ? 1 : 0;
  }

  /** True for a heading that is a link to itself, for readers to copy. */
  private static boolean namesItself(Element link, Region region) {
    return region.isHeading() && link.attr("href").startsWith("#");
  }

  /** True for a link within the page whose text is a sign: from a note back to its place. */
  private static boolean leadsBack(Element link) {
    if (link.childNodeSize() != 1
        || !(link.childNode(0) instanceof TextNode words)
        || words.getWholeText().length() > LONGEST_SIGN
        || !link.attr("href").startsWith("#")) {
      return false;
    }
    String sign = words.getWholeText();
    boolean arrow = false;
    for (int i = 0; i < sign.length(); i++) {
      char c = sign.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        return false;
      }
      arrow |= c == '^' || (c >= '\u2190' && c <= '\u21ff') || (c >= '\u2900' && c <= '\u297f');
    }
    return arrow;
  }

  /** True if the attributes of the element may say who, when or what. */
  private boolean tells(Element element, int own) {
    return (own & TELLING) != 0
        || (traits.hasMore()
            && (element.attributes().hasKey("itemprop") || element.attributes().hasKey("rel")));
  }

  private void flush(@Nullable Region region) {
    if (region != null && text.hasText()) {
      blocks.add(text.take(blocks.size(), region));
    } else {
      text.clear();
    }
  }
}
