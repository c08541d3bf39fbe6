package org.headrace.markup;

import java.util.Optional;
import org.headrace.markup.Scanner.Found;
import org.headrace.markup.TagName.Rule;
import org.headrace.markup.Tree.Mode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tree of a page, or of a fragment of one. Nearly all are read in one go over their
 * characters; the rest, with tags tangled in ways that need much untangling, is left to jsoup's
 * parser. The tree is the one that jsoup makes, but for comments, for white space outside of the
 * body, and for the case of names in drawings.
 */
public final class HtmlMarkup {
  /** Elements deeper than this are set beside one another. */
  static final int DEEPEST = 300;

  private final Scanner scanner;
  private final Tree tree;
  private final BodyRules body;
  private final TableRules tables;
  private @Nullable Element head;

  private HtmlMarkup(Scanner scanner, Tree tree) {
    this.scanner = scanner;
    this.tree = tree;
    this.body = new BodyRules(scanner, tree);
    this.tables = new TableRules(scanner, tree, body);
  }

  /**
   * The tree of a page.
   *
   * @param html any text
   * @param address of the page; empty if it has none
   */
  public static Document page(String html, String address) {
    return page(html, address, null);
  }

  /**
   * As {@link #page(String, String)}, with the comments of the page, which cost more, if one of
   * them says this.
   *
   * @param telling what stands between the signs of that comment; null if comments never matter
   */
  public static Document page(String html, String address, @Nullable String telling) {
    return pageInOneGo(html, address, telling)
        .orElseGet(() -> Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, address));
  }

  /**
   * A body that holds what stands in a part of a page.
   *
   * @param html any text; tags of a whole page in it are passed over
   */
  public static Element fragment(String html) {
    return fragmentInOneGo(html).orElseGet(() -> Jsoup.parseBodyFragment(html).body());
  }

  /** As {@link #page(String, String, String)}, but empty for a page that is left to jsoup. */
  static Optional<Document> pageInOneGo(String html, String address, @Nullable String telling) {
    Document page = new Document(address);
    HtmlMarkup markup = new HtmlMarkup(Scanner.ofPage(html, telling), Tree.ofPage(page));
    return markup.reads() ? Optional.of(page) : Optional.empty();
  }

  /** As {@link #pageInOneGo}, of a fragment. */
  static Optional<Element> fragmentInOneGo(String html) {
    Element body = new Element(HtmlTags.BODY.tag(), null);
    HtmlMarkup markup = new HtmlMarkup(Scanner.ofFragment(html), Tree.ofFragment(body));
    return markup.reads() ? Optional.of(body) : Optional.empty();
  }

  /** False if the markup is for another parser. */
  private boolean reads() {
    for (Found found = scanner.next(); found != Found.NOTHING_MORE; found = scanner.next()) {
      switch (found) {
        case TEXT -> text();
        case START -> start(scanner.name);
        default -> end(scanner.name);
      }
      if (tree.depth() >= DEEPEST) {
        scanner.giveUp();
      }
    }
    if (scanner.hasGivenUp() || tree.isInTemplate()) {
      return false;
    }
    beginBody();
    return true;
  }

  private void endBody() {
    if (!tree.isFragment() && tree.isInScope(HtmlTags.BODY)) {
      tree.mode = Mode.AFTER_BODY;
    }
  }

  private void beginBody() {
    while (tree.mode == Mode.BEFORE_HTML
        || tree.mode == Mode.BEFORE_HEAD
        || tree.mode == Mode.IN_HEAD
        || tree.mode == Mode.AFTER_HEAD) {
      next();
    }
  }

  /** Goes on to the next part of a page whose tag is left out. */
  private void next() {
    switch (tree.mode) {
      case BEFORE_HTML -> {
        tree.insert(HtmlTags.HTML, null);
        tree.mode = Mode.BEFORE_HEAD;
      }
      case BEFORE_HEAD -> {
        head = tree.insert(HtmlTags.HEAD, null);
        tree.mode = Mode.IN_HEAD;
      }
      case IN_HEAD -> {
        tree.popTo(1);
        tree.mode = Mode.AFTER_HEAD;
      }
      default -> {
        tree.insert(HtmlTags.BODY, null);
        tree.mode = Mode.IN_BODY;
      }
    }
  }

  private void text() {
    if (body.isInIsland() || body.isInDrawing(false)) {
      tree.text(scanner.words());
      return;
    }
    switch (tree.mode) {
      case IN_BODY -> body.text();
      case IN_TABLE, IN_TABLE_BODY, IN_ROW, IN_CELL, IN_CAPTION, IN_COLUMN_GROUP -> tables.text();
      case IN_TEMPLATE -> body.text();
      default -> {
        if (!scanner.isBlank()) {
          scanner.passSpace();
          beginBody();
          tree.mode = Mode.IN_BODY;
          body.text();
        }
      }
    }
  }

  private void start(TagName name) {
    if (body.isInIsland()) {
      body.startInIsland(name);
    } else if (!body.isInDrawing(false) || !body.startInDrawing(name)) {
      boolean done = false;
      while (!done && !scanner.hasGivenUp()) {
        done = startsIn(name);
      }
    }
  }

  /** Reads a start tag; false if it belongs to a later part of the page. */
  private boolean startsIn(TagName name) {
    switch (tree.mode) {
      case BEFORE_HTML -> {
        return opens(name, Rule.HTML, Mode.BEFORE_HEAD);
      }
      case BEFORE_HEAD -> {
        return opens(name, Rule.HEAD, Mode.IN_HEAD);
      }
      case IN_HEAD -> {
        return startsInHead(name);
      }
      case AFTER_HEAD -> {
        return startsAfterHead(name);
      }
      case IN_BODY -> body.start(name);
      case AFTER_BODY -> {
        tree.mode = Mode.IN_BODY;
        body.start(name);
      }
      case IN_TEMPLATE -> {
        return startsInTemplate(name);
      }
      default -> {
        return tables.start(name);
      }
    }
    return true;
  }

  /** Opens a part of the page, by its tag or without it. */
  private boolean opens(TagName name, Rule part, Mode mode) {
    if (name.rule() == Rule.HTML && part != Rule.HTML) {
      body.start(name);
      return true;
    }
    if (name.rule() != part) {
      next();
      return false;
    }
    Element opened = body.insert(name);
    head = part == Rule.HEAD ? opened : head;
    tree.mode = mode;
    return true;
  }

  private boolean startsInHead(TagName name) {
    switch (name.rule()) {
      case HTML -> body.start(name);
      case HEAD -> {}
      case HEAD_PART -> body.headPart(name);
      case NOSCRIPT -> body.island(name);
      case TEMPLATE -> body.template(name);
      default -> {
        next();
        return false;
      }
    }
    return true;
  }

  private boolean startsAfterHead(TagName name) {
    switch (name.rule()) {
      case HTML -> body.start(name);
      case HEAD -> {}
      case BODY -> {
        body.insert(name);
        tree.mode = Mode.IN_BODY;
      }
      case HEAD_PART -> {
        Element before = head;
        if (before != null) {
          tree.push(HtmlTags.HEAD, before);
          body.headPart(name);
          tree.remove(before);
        }
      }
      case TEMPLATE, RARE -> scanner.giveUp();
      default -> {
        next();
        return false;
      }
    }
    return true;
  }

  private boolean startsInTemplate(TagName name) {
    switch (name.rule()) {
      case HEAD_PART -> body.headPart(name);
      case TEMPLATE -> body.template(name);
      case TABLE_PART -> scanner.giveUp();
      default -> {
        tree.readInTemplate(Mode.IN_BODY);
        return false;
      }
    }
    return true;
  }

  private void end(TagName name) {
    if (body.isInIsland()) {
      body.endInIsland(name);
    } else if (!body.isInDrawing(true) || !body.endInDrawing(name)) {
      boolean done = false;
      while (!done && !scanner.hasGivenUp()) {
        done = endsIn(name);
      }
    }
  }

  /** Reads an end tag; false if it belongs to a later part of the page. */
  private boolean endsIn(TagName name) {
    boolean whole = name.rule() == Rule.BODY || name.rule() == Rule.HTML;
    switch (tree.mode) {
      case BEFORE_HTML, BEFORE_HEAD -> {
        if (whole || name.rule() == Rule.HEAD || name == HtmlTags.BR) {
          next();
          return false;
        }
      }
      case IN_HEAD -> {
        if (name.rule() == Rule.HEAD) {
          next();
        } else if (whole || name == HtmlTags.BR) {
          next();
          return false;
        } else if (name == HtmlTags.TEMPLATE) {
          body.endTemplate();
        }
      }
      case AFTER_HEAD -> {
        if (whole || name == HtmlTags.BR) {
          next();
          return false;
        }
      }
      case IN_BODY, AFTER_BODY -> {
        if (whole) {
          endBody();
        } else {
          tree.mode = Mode.IN_BODY;
          body.end(name);
        }
      }
      case IN_TEMPLATE -> {
        if (name == HtmlTags.TEMPLATE) {
          body.endTemplate();
        }
      }
      default -> {
        return tables.end(name);
      }
    }
    return true;
  }
}
