package org.headrace.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a block, as numbers for the learned choice: how it reads, where it stands, what
 * the elements around it are called, how its neighbours look, and what the rules say. The order of
 * the numbers is part of what was learned: a change here asks for new training.
 */
final class BlockFeatures {
  private static final int TRAITS = Trait.values().length;

  /** Of a trait, by bits: the block's near elements have it, one in the container, any around. */
  private static final float[] NEARNESS = {0, 1, 2, 2, 3, 3, 3, 3};

  private static final int[] NEIGHBOURS = {-2, -1, 1, 2};
  private static final int MOST = 200;

  /** Blocks after which an article is a long one. */
  private static final int FAR = 80;

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
  private final Tally sizeOfMake = new Tally();

  /** Of each region by its number: kept letters in the blocks of its children. */
  private final int[] sizeOfParent;

  /** Of each text asked about: the block in which it stands first. */
  private final Map<String, Block> firsts = new HashMap<>();

  private final int keptSize;
  private final Region home;
  private final int closedAt;

  /** Index of the heading over what is said of the sender; past all blocks if there is none. */
  private int sender = Integer.MAX_VALUE;

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
    sizeOfParent = new int[rules.survey().regions.size()];
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
        sizeOfMake.add(makes[i], block.size());
        sizeOfParent[parent(block.region).number] += block.size();
      }
    }
    int next = blocks.size();
    for (int i = blocks.size() - 1; i >= 0; i--) {
      nextKept[i] = next;
      next = kept[i] ? i : next;
    }
  }

  /** The region around a region; itself for the outermost. */
  static Region parent(Region region) {
    Region parent = region.parent;
    return parent == null ? region : parent;
  }

  /** Regions of the same tag and class in a parent of the same tag have the same make. */
  static int make(Region region) {
    return (region.tag.hashCode() * 31 + region.name.hashCode()) * 31
        + parent(region).tag.hashCode();
  }

  /** The element in which most of the text stands as paragraphs. */
  private Region home() {
    Region best = container;
    int most = 0;
    for (Region region : rules.survey().regions) {
      int size = sizeOfParent[region.number];
      if (size > most || (size > 0 && size == most && region.first < best.first)) {
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
      if (block.size() < Block.LONGEST_LINE
          && proseBefore[i] - proseBefore[from] > 0.5 * all
          && !block.measure.isProse()) {
        if (Phrases.isClosing(block)) {
          return i;
        }
        if (i + 1 < blocks.size() && TailLines.isAboutSender(block, blocks.get(i + 1))) {
          sender = i;
          return i;
        }
      }
    }
    return blocks.size();
  }

  /** True from the line on that begins what a release says of its sender. */
  boolean isOfSender(Block block) {
    return block.index >= sender;
  }

  /**
   * True for running text far down a long article, among what the rules chose and where most of
   * that stands: of articles that long few were learned from.
   */
  boolean isFarDown(Block block) {
    int i = block.index;
    return keptBefore[i] > FAR
        && block.region.kind == Tags.P
        && block.region.parent == home
        && block.linkDensity() < 0.25
        && block.says() == 0
        && i - lastKept[i] <= 2
        && nextKept[i] - i <= 2
        && nextKept[i] < blocks.size();
  }

  /** The first of the blocks asked about that says the same. */
  Block first(Block block) {
    Block first = firsts.putIfAbsent(block.text, block);
    return first == null ? block : first;
  }

  /** True if nothing that the rules chose comes before it. */
  boolean isAbove(Block block) {
    return lastKept[block.index] < 0;
  }

  /** True if nothing that the rules chose comes after it. */
  boolean isLast(Block block) {
    return nextKept[block.index] == blocks.size();
  }

  /** True if it stands after a line that says the article is over. */
  boolean isAfterTheEnd(Block block) {
    return block.index >= closedAt;
  }

  /** The features of a block, until the next is asked for. Blocks come in page order. */
  float[] of(Block block) {
    int at = text(block, 0);
    at = wording(block, at);
    at = place(block, at);
    at = fromTheTop(block, at);
    at = surroundings(block, at);
    for (int distance : NEIGHBOURS) {
      at = neighbour(block, distance, at);
    }
    count = page(at);
    return row;
  }

  /** As {@link #of}, not to be overwritten by the next. */
  float[] copy(Block block) {
    return Arrays.copyOf(of(block), count);
  }

  private static int number(boolean value) {
    return value ? 1 : 0;
  }

  private static double part(double part, double whole) {
    return whole <= 0 ? 0 : part / whole;
  }

  private int text(Block block, int from) {
    int at = from;
    TextMeasure measure = block.measure;
    row[at++] = block.size();
    row[at++] = measure.words();
    row[at++] = (float) block.linkDensity();
    row[at++] = block.links.size();
    row[at++] = (float) part(measure.lower(), measure.words());
    row[at++] = (float) part(measure.commas(), measure.words());
    row[at++] = measure.stops();
    row[at++] = (float) part(measure.digits(), block.size());
    row[at++] = (float) part(measure.upper(), block.size());
    row[at++] = (float) part(block.strong, block.size());
    row[at++] = (float) part(block.size(), measure.words());
    row[at++] = (float) block.prose();
    row[at++] = opening(block.text);
    row[at++] = ending(block.text);
    row[at++] = number(block.text.indexOf('©') >= 0 || block.text.indexOf('|') >= 0);
    row[at++] = number(block.text.indexOf('@') >= 0 || block.text.contains("http"));
    row[at++] = block.text.indexOf(':');
    row[at++] = number(block.text.indexOf('\n') >= 0);
    return at;
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

  /** How a text ends, as a number: by a letter, the end of a sentence, a quotation mark... */
  static int ending(String text) {
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

  private int wording(Block block, int from) {
    int at = from;
    boolean brief = block.text.length() < SHORT;
    String plain = brief ? block.plain() : "";
    row[at++] = number(brief && Phrases.isLabel(block));
    row[at++] = number(brief && Phrases.isOpening(block));
    row[at++] = number(brief && Phrases.isClosing(block));
    row[at++] = titleness(plain);
    row[at++] = aboutAuthor(block.plain());
    row[at++] =
        number(
            plain.length() > 20
                && about
                    .description()
                    .startsWith(plain.substring(0, Math.min(plain.length(), 60))));
    row[at++] = number(!about.site().isEmpty() && plain.contains(about.site()));
    row[at++] = about.stated().verdict(block);
    row[at++] = number(first(block) == block);
    return at;
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

  private int place(Block block, int from) {
    int at = from;
    int i = block.index;
    double before = proseBefore[i] - proseBefore[Math.min(i, container.first)];
    double all = proseBefore[container.end] - proseBefore[container.first];
    row[at++] = number(kept[i]);
    row[at++] = number(block.region.dropped);
    row[at++] = number(container.holds(block.region));
    row[at++] = i - container.first;
    row[at++] = container.end - i;
    row[at++] = (float) part(before, all);
    row[at++] = (float) Math.max(0, all - before);
    row[at++] = (float) before;
    row[at++] = i - lastKept[i];
    row[at++] = nextKept[i] - i;
    row[at++] = keptBefore[i];
    row[at++] = rules.kept().size() - keptBefore[i];
    int near = Math.max(0, i - 5);
    int to = Math.min(blocks.size(), i + 6);
    row[at++] = (float) part(keptBefore[to] - keptBefore[near], to - near);
    row[at++] = i - closedAt;
    row[at++] = lastKept[i] < 0 ? 0 : blocks.get(lastKept[i]).size();
    row[at++] = nextKept[i] >= blocks.size() ? 0 : blocks.get(nextKept[i]).size();
    row[at++] = lastKept[i] < 0 ? -1 : block.region.apart(blocks.get(lastKept[i]).region);
    row[at++] =
        nextKept[i] >= blocks.size() ? -1 : block.region.apart(blocks.get(nextKept[i]).region);
    return at;
  }

  /** Where it stands from the headline and from the heading above it, and what it speaks of. */
  private int fromTheTop(Block block, int from) {
    int at = from;
    int i = block.index;
    int top = headline.index();
    row[at++] = i - top;
    row[at++] = (float) (top < 0 ? 0 : proseBefore[i] - proseBefore[Math.min(i, top)]);
    row[at++] = i - headline.dated();
    row[at++] = headline.others(block);
    row[at++] = headline.piece(block);
    row[at++] = headline.apart(block.region);
    int above = headline.headingAbove(block);
    row[at++] = above < 0 ? 99 : i - above;
    row[at++] = (float) (above < 0 ? 0 : proseBefore[i] - proseBefore[above]);
    row[at++] = above < 0 ? -1 : blocks.get(above).says();
    row[at++] = (float) (above < 0 ? 0 : blocks.get(above).linkDensity());
    row[at++] = number(above >= 0 && blocks.get(above).region.dropped);
    row[at++] = above < 0 ? -1 : blocks.get(above).region.apart(block.region);
    row[at++] = i <= closedAt ? -1 : blocks.get(closedAt).region.apart(block.region);
    row[at++] = teasers(block.region);
    vocabulary.look(block);
    row[at++] = (float) vocabulary.shared();
    row[at++] = (float) vocabulary.ofTitle();
    row[at++] = (float) part(block.emphasised, block.size());
    return at;
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

  private int surroundings(Block block, int from) {
    int at = from;
    Region region = block.region;
    Region parent = parent(region);
    Region grand = parent(parent);
    row[at++] = region.kind;
    row[at++] = parent.kind;
    row[at++] = region.depth - container.depth;
    row[at++] = region.depth - home.depth;
    row[at++] = number(parent == home);
    row[at++] = number(home.holds(region));
    row[at++] = (float) part(sizeOfMake.of(makes[block.index]), keptSize);
    row[at++] = (float) part(sizeOfParent[parent.number], keptSize);
    row[at++] = (float) part(sizeOfParent[grand.number], keptSize);
    at = region(region, block, at);
    at = region(parent, block, at);
    at = region(grand, block, at);
    at = structure(region, at);
    row[at++] = mark(block);
    int near = region.traits | parent.traits | grand.traits;
    int inside = inside(region);
    for (int trait = 0; trait < TRAITS; trait++) {
      int close = near >> trait & 1;
      row[at++] = NEARNESS[close << 2 | (inside >> trait & 1) << 1 | region.allTraits >> trait & 1];
    }
    return at;
  }

  /** Traits of the elements between a region and the container. */
  private int inside(Region region) {
    int traits = 0;
    for (Region at = region; at != null && at.depth > container.depth; at = at.parent) {
      traits |= at.traits;
    }
    return traits;
  }

  private int region(Region region, Block block, int from) {
    int at = from;
    row[at++] = region.end - region.first;
    row[at++] = (float) part(region.linkSize, region.size);
    row[at++] = (float) part(region.prose, container.prose);
    row[at++] = (float) part(region.junk, region.prose + region.junk);
    row[at++] = region.children().size();
    row[at++] = (float) part(block.index - region.first, region.end - region.first);
    return at;
  }

  private int structure(Region region, int from) {
    int at = from;
    int depth = 0;
    int found = 0;
    for (Region up = region; up != null && depth < 5 && found == 0; up = up.parent, depth++) {
      found = isStructure(up) ? up.kind : 0;
    }
    row[at++] = found;
    row[at++] = region.landmark;
    return at;
  }

  private static boolean isStructure(Region region) {
    return (STRUCTURE & 1 << region.kind) != 0 && !region.tag.equals("th");
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

  private int neighbour(Block block, int distance, int from) {
    int at = from;
    int i = block.index + distance;
    if (i < 0 || i >= blocks.size()) {
      Arrays.fill(row, at, at + 7, -1);
      return at + 7;
    }
    Block near = blocks.get(i);
    row[at++] = near.size();
    row[at++] = (float) near.linkDensity();
    row[at++] = (float) near.prose();
    row[at++] = near.isHeading() ? near.region.kind : 0;
    row[at++] = number(kept[i]);
    row[at++] = number(makes[i] == makes[block.index]);
    row[at++] = number(near.region.dropped);
    return at;
  }

  private int page(int from) {
    int at = from;
    row[at++] = (float) container.prose;
    row[at++] = keptSize;
    row[at++] = rules.kept().size();
    row[at++] = container.end - container.first;
    row[at++] = blocks.size();
    row[at++] = (float) part(container.prose, proseBefore[blocks.size()]);
    row[at++] = (float) part(container.junk, container.prose + container.junk);
    row[at++] = container.kind;
    return at;
  }
}
