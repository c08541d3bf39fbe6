package org.headrace.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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
  private static final int LEAST_SCRIPT = 1_000;

  final List<Block> blocks = new ArrayList<>();
  final List<Region> regions = new ArrayList<>();
  final List<Element> metas = new ArrayList<>();
  final List<Element> relations = new ArrayList<>();
  final List<String> linkedData = new ArrayList<>();

  /** What scripts hold in the page, the longer ones. */
  final List<String> scripts = new ArrayList<>();

  /** Elements that say who, when or what by microdata, class or tag, in page order. */
  final List<Hint> hints = new ArrayList<>();

  final List<Element> headlines = new ArrayList<>();

  /** Elements in the body that were passed over because the page hides them. */
  final Set<Element> hidden = Collections.newSetFromMap(new IdentityHashMap<>());

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
    Survey survey = new Survey(document, readHidden);
    survey.head(document.head());
    Element body = document.body();
    Region root = survey.open(body, null, 0);
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
        note(element, element.normalName());
      }
    }
  }

  private static @Nullable Node firstChild(Element element) {
    return element.childNodeSize() == 0 ? null : element.childNode(0);
  }

  /** Puts aside what facts are read from, wherever it stands. */
  private void note(Element element, String tag) {
    switch (tag) {
      case "meta" -> keep(metas, element);
      case "link" -> keep(relations, element);
      case "script" -> script(element);
      default -> {}
    }
  }

  private void script(Element script) {
    if (script.childNodeSize() == 1 && script.childNode(0) instanceof DataNode node) {
      String data = node.getWholeData();
      String type = script.attr("type");
      if (data.length() >= MOST_JSON) {
        return;
      }
      if (type.length() < 60 && type.contains("ld+json")) {
        linkedData.add(data);
      } else if (data.length() >= LEAST_SCRIPT && scripts.size() < MOST_CANDIDATES) {
        scripts.add(data);
      }
    }
  }

  private static void keep(List<Element> list, Element element) {
    if (list.size() < MOST_CANDIDATES) {
      list.add(element);
    }
  }

  private Region open(Element element, @Nullable Region parent, int given) {
    flush(parent);
    Region region = new Region(element, parent, given, blocks.size());
    regions.add(region);
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
    String tag = element.normalName();
    if (tag.equals("br")) {
      if (text.lineBreak()) {
        flush(region);
      }
      return;
    }
    note(element, tag);
    int meaning = Tags.meaning(tag);
    if ((meaning & Tags.NEVER_READ) != 0 || isReadingAid(tag)) {
      return;
    }
    int own = traits.of(element) | (meaning & Tags.TRAITS);
    hint(element, tag, own, region);
    if (Trait.HIDDEN.in(own) && !readHidden) {
      hidden.add(element);
      return;
    }
    if ((meaning & Tags.BREAKS) != 0) {
      Region inner = open(element, region, own);
      preDepth += tag.equals("pre") ? 1 : 0;
      children(element, inner);
      preDepth -= tag.equals("pre") ? 1 : 0;
      close(inner);
    } else {
      inline(element, tag, region);
    }
  }

  /** How a word is read, set small above it: not part of the text. */
  private static boolean isReadingAid(String tag) {
    return tag.equals("rt") || tag.equals("rp");
  }

  private void inline(Element element, String tag, Region region) {
    boolean link = tag.equals("a") && element.hasAttr("href");
    boolean strong = tag.equals("b") || tag.equals("strong");
    if (link) {
      text.link(element);
      linkDepth++;
    }
    boolean italic = tag.equals("em") || tag.equals("i");
    strongDepth += strong ? 1 : 0;
    italicDepth += italic ? 1 : 0;
    children(element, region);
    italicDepth -= italic ? 1 : 0;
    strongDepth -= strong ? 1 : 0;
    linkDepth -= link ? 1 : 0;
  }

  private void hint(Element element, String tag, int own, Region region) {
    if (tag.equals("h1")) {
      keep(headlines, element);
    }
    if (element.attributesSize() == 0 && !tag.equals("time")) {
      return;
    }
    if (tag.equals("time")
        || (own & (Trait.AUTHOR.bit() | Trait.META.bit())) != 0
        || element.hasAttr("itemprop")
        || element.hasAttr("rel")) {
      if (hints.size() < MOST_CANDIDATES) {
        hints.add(new Hint(element, region, own, blocks.size()));
      }
    }
  }

  private void flush(@Nullable Region region) {
    if (region != null && text.hasText()) {
      blocks.add(text.take(blocks.size(), region));
    } else {
      text.clear();
    }
  }
}
