package org.headrace.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a block, as numbers for the learned choice: how it reads, where it stands, what
 * the elements around it are called, how its neighbours look, and what the rules say. The order of
 * the numbers is part of what was learned: a change here asks for new training.
 */
final class BlockFeatures {
  private static final Trait[] TRAITS = Trait.values();
  private static final int MOST = 200;
  private static final int SHORT = Block.BEGINNING;

  /** Kinds of li, blockquote, td, pre, figure. */
  private static final int STRUCTURE = 1 << 3 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 13;

  private final List<Block> blocks;
  private final ArticleBody rules;
  private final Region container;
  private final PageFacts about;

  private final boolean[] kept;
  private final int[] keptBefore;
  private final double[] proseBefore;

  /** Index of the last kept block before, and of the first one after; -1 and the end if none. */
  private final int[] lastKept;

  private final int[] nextKept;

  private final int[] makes;

  /** Of each make of region: kept letters in its blocks. */
  private final Map<Integer, Integer> sizeOfMake = new HashMap<>();

  private final Map<Region, Integer> sizeOfParent = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final int keptSize;
  private final Region home;
  private final int closedAt;
  private final Headline headline;
  private final Vocabulary vocabulary;

  private final float[] row = new float[MOST];
  private int count;

  /**
   * What the page says about its article, which tells its text from what is said about it.
   *
   * @param titles the headline in all forms found, as {@link Phrases#plain}
   * @param authors their names, as {@link Phrases#plain}
   * @param description the page's own summary, as {@link Phrases#plain}
   * @param site its name, as {@link Phrases#plain}
   * @param stated the text as repeated for machines
   */
  record PageFacts(
      List<String> titles,
      List<String> authors,
      String description,
      String site,
      StatedBody stated) {

    static PageFacts of(List<String> titles, Facts facts) {
      return new PageFacts(
          titles,
          facts.authors().stream().map(Phrases::plain).filter(name -> name.length() > 3).toList(),
          Phrases.plain(facts.description()),
          Phrases.plain(facts.siteName()),
          StatedBody.of(facts.body()));
    }
  }

  BlockFeatures(ArticleBody rules, PageFacts about) {
    this.rules = rules;
    this.about = about;
    this.blocks = rules.survey().blocks;
    this.container = rules.container();
    int size = blocks.size();
    kept = new boolean[size];
    keptBefore = new int[size + 1];
    proseBefore = new double[size + 1];
    lastKept = new int[size];
    nextKept = new int[size];
    makes = new int[size];
    int sum = 0;
    for (Block block : rules.kept()) {
      kept[block.index] = true;
      sum += block.size();
    }
    keptSize = sum;
    measure();
    home = home();
    closedAt = closing();
    headline = new Headline(rules, about.titles());
    vocabulary = new Vocabulary(rules.kept(), about.titles());
  }

  private void measure() {
    int last = -1;
    for (Block block : blocks) {
      int i = block.index;
      makes[i] = make(block.region);
      proseBefore[i + 1] = proseBefore[i] + (block.region.dropped ? 0 : block.prose());
      keptBefore[i + 1] = keptBefore[i] + (kept[i] ? 1 : 0);
      lastKept[i] = last;
      if (kept[i]) {
        last = i;
        sizeOfMake.merge(makes[i], block.size(), Integer::sum);
        sizeOfParent.merge(parent(block.region), block.size(), Integer::sum);
      }
    }
    int next = blocks.size();
    for (int i = blocks.size() - 1; i >= 0; i--) {
      nextKept[i] = next;
      next = kept[i] ? i : next;
    }
  }

  private static Region parent(Region region) {
    Region parent = region.parent;
    return parent == null ? region : parent;
  }

  /** Regions of the same tag and class in a parent of the same tag have the same make. */
  static int make(Region region) {
    return (region.tag.hashCode() * 31 + region.element.attr("class").hashCode()) * 31
        + parent(region).tag.hashCode();
  }

  /** The element in which most of the text stands as paragraphs. */
  private Region home() {
    Region best = container;
    int most = 0;
    for (Map.Entry<Region, Integer> entry : sizeOfParent.entrySet()) {
      Region region = entry.getKey();
      int size = entry.getValue();
      if (size > most || (size == most && region.first < best.first)) {
        most = size;
        best = region;
      }
    }
    return best;
  }

  /** Index of the first line in the later half that says the article is over; the end if none. */
  private int closing() {
    int from = Math.max(container.first, 0);
    double all = proseBefore[container.end] - proseBefore[from];
    for (int i = from; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.size() < 60
          && proseBefore[i] - proseBefore[from] > 0.5 * all
          && !block.measure.isProse()
          && Phrases.isClosing(block)) {
        return i;
      }
    }
    return blocks.size();
  }

  /** True if it stands after a line that says the article is over. */
  boolean isAfterTheEnd(Block block) {
    return block.index >= closedAt;
  }

  /** The features of a block, until the next is asked for. Blocks come in page order. */
  float[] of(Block block) {
    count = 0;
    text(block);
    wording(block);
    place(block);
    fromTheTop(block);
    surroundings(block);
    for (int distance : new int[] {-2, -1, 1, 2}) {
      neighbour(block, distance);
    }
    page();
    return row;
  }

  /** As {@link #of}, not to be overwritten by the next. */
  float[] copy(Block block) {
    return Arrays.copyOf(of(block), count);
  }

  private void add(double value) {
    row[count++] = (float) value;
  }

  private void add(boolean value) {
    row[count++] = value ? 1 : 0;
  }

  private static double part(double part, double whole) {
    return whole <= 0 ? 0 : part / whole;
  }

  private void text(Block block) {
    TextMeasure measure = block.measure;
    add(block.size());
    add(measure.words());
    add(block.linkDensity());
    add(block.links.size());
    add(part(measure.lower(), measure.words()));
    add(part(measure.commas(), measure.words()));
    add(measure.stops());
    add(part(measure.digits(), block.size()));
    add(part(measure.upper(), block.size()));
    add(part(block.strong, block.size()));
    add(part(block.size(), measure.words()));
    add(block.prose());
    add(opening(block.text));
    add(ending(block.text));
    add(block.text.indexOf('©') >= 0 || block.text.indexOf('|') >= 0);
    add(block.text.indexOf('@') >= 0 || block.text.contains("http"));
    add(block.text.indexOf(':') >= 0 ? block.text.indexOf(':') : -1);
    add(block.text.indexOf('\n') >= 0);
  }

  private static int opening(String text) {
    char c = text.charAt(0);
    if (Character.isLetter(c)) {
      return Character.isUpperCase(c) ? 0 : 1;
    }
    return Character.isDigit(c)
        ? 2
        : "\"'“”„«‘’»".indexOf(c) >= 0 ? 3 : "([*".indexOf(c) >= 0 ? 4 : 5;
  }

  private static int ending(String text) {
    char c = text.charAt(text.length() - 1);
    return switch (c) {
      case '.' -> text.endsWith("...") ? 4 : 1;
      case '!', '。', '？', '！' -> 1;
      case '?' -> 2;
      case '"', '”', '“', '»', '’', '\'' -> 3;
      case '…' -> 4;
      case ':' -> 5;
      case ')', ']' -> 6;
      default -> Character.isLetter(c) ? 0 : Character.isDigit(c) ? 7 : 8;
    };
  }

  private void wording(Block block) {
    boolean brief = block.text.length() < SHORT;
    String plain = brief ? block.plain() : "";
    add(brief && Phrases.isLabel(block));
    add(brief && Phrases.isOpening(block));
    add(brief && Phrases.isClosing(block));
    add(titleness(plain));
    add(aboutAuthor(block.plain()));
    add(
        plain.length() > 20
            && about.description().startsWith(plain.substring(0, Math.min(plain.length(), 60))));
    add(!about.site().isEmpty() && plain.contains(about.site()));
    add(about.stated().verdict(block));
    add(seen.add(block.text));
  }

  private int titleness(String plain) {
    if (plain.isEmpty()) {
      return 0;
    }
    for (String title : about.titles()) {
      if (title.equals(plain)) {
        return 2;
      }
      if (plain.length() > 12 && (title.contains(plain) || plain.contains(title))) {
        return 1;
      }
    }
    return 0;
  }

  private int aboutAuthor(String start) {
    for (String author : about.authors()) {
      int at = start.indexOf(author);
      if (at >= 0) {
        return at == 0 ? 2 : 1;
      }
    }
    return 0;
  }

  private void place(Block block) {
    int i = block.index;
    double before = proseBefore[i] - proseBefore[Math.min(i, container.first)];
    double all = proseBefore[container.end] - proseBefore[container.first];
    add(kept[i]);
    add(block.region.dropped);
    add(container.holds(block.region));
    add(i - container.first);
    add(container.end - i);
    add(part(before, all));
    add(Math.max(0, all - before));
    add(before);
    add(i - lastKept[i]);
    add(nextKept[i] - i);
    add(keptBefore[i]);
    add(rules.kept().size() - keptBefore[i]);
    int from = Math.max(0, i - 5);
    int to = Math.min(blocks.size(), i + 6);
    add(part(keptBefore[to] - keptBefore[from], to - from));
    add(i - closedAt);
    add(lastKept[i] < 0 ? 0 : blocks.get(lastKept[i]).size());
    add(nextKept[i] >= blocks.size() ? 0 : blocks.get(nextKept[i]).size());
  }

  /** Where it stands from the headline and from the heading above it, and what it speaks of. */
  private void fromTheTop(Block block) {
    int i = block.index;
    int top = headline.index();
    add(i - top);
    add(top < 0 ? 0 : proseBefore[i] - proseBefore[Math.min(i, top)]);
    add(i - headline.dated());
    add(headline.others(block));
    add(headline.piece(block));
    add(headline.apart(block.region));
    int above = headline.headingAbove(block);
    add(above < 0 ? 99 : i - above);
    add(above < 0 ? 0 : proseBefore[i] - proseBefore[above]);
    add(above < 0 ? -1 : blocks.get(above).says());
    add(above < 0 ? 0 : blocks.get(above).linkDensity());
    add(above >= 0 && blocks.get(above).region.dropped);
    add(teasers(block.region));
    vocabulary.look(block);
    add(vocabulary.shared());
    add(vocabulary.ofTitle());
    add(part(block.emphasised, block.size()));
  }

  /** How many teasers like the one the region lies in stand side by side; 0 if it lies in none. */
  private static int teasers(Region region) {
    int most = 0;
    int steps = 0;
    for (Region at = region; at != null && steps < 5; at = at.parent, steps++) {
      most = Math.max(most, at.teasers);
    }
    return most;
  }

  private void surroundings(Block block) {
    Region region = block.region;
    Region parent = parent(region);
    Region grand = parent(parent);
    add(region.kind);
    add(parent.kind);
    add(region.depth - container.depth);
    add(region.depth - home.depth);
    add(parent == home);
    add(home.holds(region));
    add(part(sizeOfMake.getOrDefault(makes[block.index], 0), keptSize));
    add(part(sizeOfParent.getOrDefault(parent, 0), keptSize));
    add(part(sizeOfParent.getOrDefault(grand, 0), keptSize));
    region(region, block);
    region(parent, block);
    region(grand, block);
    structure(region);
    add(mark(block));
    int near = region.traits | parent.traits | grand.traits;
    int inside = inside(region);
    for (Trait trait : TRAITS) {
      add(trait.in(near) ? 3 : trait.in(inside) ? 2 : trait.in(region.allTraits) ? 1 : 0);
    }
  }

  /** Traits of the elements between a region and the container. */
  private int inside(Region region) {
    int traits = 0;
    for (Region at = region; at != null && at.depth > container.depth; at = at.parent) {
      traits |= at.traits;
    }
    return traits;
  }

  private void region(Region region, Block block) {
    add(region.end - region.first);
    add(part(region.linkSize, region.size));
    add(part(region.prose, container.prose));
    add(part(region.junk, region.prose + region.junk));
    add(region.children.size());
    add(part(block.index - region.first, region.end - region.first));
  }

  private void structure(Region region) {
    int depth = 0;
    int found = 0;
    for (Region at = region; at != null && depth < 5 && found == 0; at = at.parent, depth++) {
      found = isStructure(at) ? at.kind : 0;
    }
    add(found);
    add(region.landmark);
  }

  private static boolean isStructure(Region region) {
    return (STRUCTURE & 1 << region.kind) != 0 && !region.tag.equals("th");
  }

  static int landmark(String tag) {
    return switch (tag) {
      case "article" -> 1;
      case "main" -> 2;
      case "aside" -> 3;
      case "header" -> 4;
      case "footer" -> 5;
      case "nav" -> 6;
      case "form" -> 7;
      default -> 0;
    };
  }

  static int tag(String tag) {
    return switch (tag) {
      case "p" -> 1;
      case "div" -> 2;
      case "li" -> 3;
      case "h1" -> 4;
      case "h2" -> 5;
      case "h3" -> 6;
      case "h4" -> 7;
      case "h5", "h6" -> 8;
      case "blockquote" -> 9;
      case "td", "th" -> 10;
      case "pre" -> 11;
      case "figcaption" -> 12;
      case "figure" -> 13;
      case "dd", "dt" -> 14;
      case "section" -> 15;
      case "article" -> 16;
      case "header" -> 17;
      case "footer" -> 18;
      case "aside" -> 19;
      case "ul", "ol" -> 20;
      case "body" -> 21;
      default -> 0;
    };
  }

  /** The inline element in which the text begins. */
  private static int mark(Block block) {
    @Nullable Node parent = block.nodes.get(0).parent();
    return parent instanceof Element element
        ? switch (element.normalName()) {
          case "em", "i" -> 1;
          case "strong", "b" -> 2;
          case "a" -> 3;
          case "span" -> 4;
          case "small", "cite", "time" -> 5;
          default -> 0;
        }
        : 0;
  }

  private void neighbour(Block block, int distance) {
    int i = block.index + distance;
    if (i < 0 || i >= blocks.size()) {
      for (int k = 0; k < 7; k++) {
        add(-1);
      }
      return;
    }
    Block near = blocks.get(i);
    add(near.size());
    add(near.linkDensity());
    add(near.prose());
    add(near.isHeading() ? near.region.kind : 0);
    add(kept[i]);
    add(makes[i] == makes[block.index]);
    add(near.region.dropped);
  }

  private void page() {
    add(container.prose);
    add(keptSize);
    add(rules.kept().size());
    add(container.end - container.first);
    add(blocks.size());
    add(part(container.prose, proseBefore[blocks.size()]));
    add(part(container.junk, container.prose + container.junk));
    add(container.kind);
  }
}
