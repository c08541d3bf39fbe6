package org.headrace.markup;

import org.headrace.markup.Marks.Mark;
import org.headrace.markup.TagName.Rule;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * How tags are read in the body of a page.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody">WHATWG
 *     HTML, the "in body" insertion mode</a>
 */
final class BodyRules {
  private final Scanner scanner;
  private final Tree tree;
  private final Adoption adoption;

  /** How many elements are open around the noscript element that is read; -1 if none is. */
  private int island = -1;

  BodyRules(Scanner scanner, Tree tree) {
    this.scanner = scanner;
    this.tree = tree;
    this.adoption = new Adoption(tree);
  }

  /** True while what stands in a noscript element is read: as plain elements. */
  boolean isInIsland() {
    return island >= 0;
  }

  void text() {
    tree.renewMarks();
    tree.text(scanner.words());
  }

  void start(TagName name) {
    switch (name.rule()) {
      case ORDINARY -> inLine(name);
      case BLOCK -> block(name);
      case HEADING -> heading(name);
      case PREFORMATTED -> {
        block(name);
        scanner.passLineBreak();
      }
      case FORM -> form(name);
      case LIST_ITEM -> listItem(name);
      case DEFINITION -> definition(name);
      case BUTTON -> button(name);
      case LINK -> link(name);
      case FORMATTING -> mark(name);
      case NO_BREAK -> {
        tree.renewMarks();
        if (tree.isInScope(name)) {
          formatting(name);
        }
        mark(name);
      }
      case OBJECT -> {
        inLine(name);
        tree.marks.beginApart();
      }
      case TABLE -> table(name);
      case VOID_IN_LINE -> inLine(name);
      case MEDIA -> insert(name);
      case INPUT -> {
        closeSelect();
        inLine(name);
      }
      case RULER -> {
        tree.closeParagraph();
        closeOptions(null);
        insert(name);
      }
      case TEXT_AREA -> {
        insert(name);
        scanner.passLineBreak();
        holdText(name);
      }
      case RAW_TEXT -> raw(name);
      case NOSCRIPT -> {
        tree.renewMarks();
        island(name);
      }
      case SELECT -> {
        if (!closeSelect()) {
          inLine(name);
        }
      }
      case OPTION -> option(name, HtmlTags.OPTGROUP);
      case OPTION_GROUP -> option(name, null);
      case RUBY_BASE -> ruby(name, null);
      case RUBY_TEXT -> ruby(name, HtmlTags.RTC);
      case SVG -> {
        tree.renewMarks();
        drawing(scanner.drawn());
      }
      case HEAD_PART -> headPart(name);
      case TEMPLATE -> template(name);
      case TABLE_PART, HEAD -> {}
      case HTML, BODY -> addAttributes(name);
      case RARE -> scanner.giveUp();
    }
  }

  Element insert(TagName name) {
    return tree.insert(name, scanner.attributes);
  }

  private void inLine(TagName name) {
    tree.renewMarks();
    insert(name);
  }

  private void block(TagName name) {
    tree.closeParagraph();
    insert(name);
  }

  private void table(TagName name) {
    switch (scanner.rules) {
      case STANDARD -> tree.closeParagraph();
      case OLD -> {}
      case UNKNOWN -> {
        if (tree.isInScope(HtmlTags.P, TagName.SCOPE | TagName.BUTTON_SCOPE)) {
          scanner.giveUp();
        }
      }
    }
    insert(name);
    tree.mode = Tree.Mode.IN_TABLE;
  }

  private void heading(TagName name) {
    tree.closeParagraph();
    if (tree.name().rule() == Rule.HEADING) {
      tree.pop();
    }
    insert(name);
  }

  private void form(TagName name) {
    boolean inTemplate = tree.isInTemplate();
    if (tree.form != null && !inTemplate) {
      return;
    }
    tree.closeParagraph();
    Element form = insert(name);
    tree.form = inTemplate ? tree.form : form;
  }

  private void listItem(TagName name) {
    for (int i = tree.depth() - 1; i > 0; i--) {
      TagName around = tree.nameAt(i);
      if (around == name) {
        endInScope(name, TagName.SCOPE | TagName.LIST_SCOPE);
        break;
      }
      if (endsSearch(around)) {
        break;
      }
    }
    block(name);
  }

  private static boolean endsSearch(TagName around) {
    return around.is(TagName.SPECIAL)
        && around != HtmlTags.P
        && around != HtmlTags.DIV
        && around != HtmlTags.ADDRESS;
  }

  private void definition(TagName name) {
    for (int i = tree.depth() - 1; i > 0; i--) {
      TagName around = tree.nameAt(i);
      if (around.rule() == Rule.DEFINITION) {
        endInScope(around, TagName.SCOPE);
        break;
      }
      if (endsSearch(around)) {
        break;
      }
    }
    block(name);
  }

  private void button(TagName name) {
    endInScope(name, TagName.SCOPE);
    inLine(name);
  }

  private void link(TagName name) {
    Element open = tree.marks.last(name);
    if (open != null) {
      formatting(name);
      tree.marks.remove(open);
      tree.remove(open);
    }
    mark(name);
  }

  private void mark(TagName name) {
    tree.renewMarks();
    tree.marks.add(new Mark(name, insert(name)));
  }

  /** Ends a menu of choices; false if none is open. */
  private boolean closeSelect() {
    boolean open = tree.isInScope(HtmlTags.SELECT);
    if (open) {
      tree.popThrough(HtmlTags.SELECT);
    }
    return open;
  }

  private void closeOptions(@Nullable TagName except) {
    if (tree.isInScope(HtmlTags.SELECT)) {
      tree.closeImplied(except);
    }
  }

  private void option(TagName name, @Nullable TagName except) {
    if (tree.isInScope(HtmlTags.SELECT)) {
      tree.closeImplied(except);
    } else if (tree.name() == HtmlTags.OPTION) {
      tree.pop();
    }
    inLine(name);
  }

  private void ruby(TagName name, @Nullable TagName except) {
    if (tree.isInScope(HtmlTags.RUBY)) {
      tree.closeImplied(except);
    }
    insert(name);
  }

  /** An element that holds nothing but text. */
  void raw(TagName name) {
    insert(name);
    holdText(name);
  }

  private void holdText(TagName name) {
    if (scanner.holdsText(name.name())) {
      if (name.is(TagName.DATA)) {
        tree.data(scanner.held());
      } else {
        tree.text(scanner.words());
      }
    }
    tree.pop();
  }

  void headPart(TagName name) {
    if (name.is(TagName.TEXT)) {
      raw(name);
    } else {
      insert(name);
    }
  }

  void template(TagName name) {
    insert(name);
    tree.marks.beginApart();
    tree.beginTemplate();
  }

  void endTemplate() {
    if (tree.isOpen(HtmlTags.TEMPLATE)) {
      tree.closeThoroughly();
      tree.popThrough(HtmlTags.TEMPLATE);
      tree.marks.endApart();
      tree.endTemplate();
      tree.findMode();
    }
  }

  /** Adds the attributes of a second tag to the root or the body, which a fragment has none of. */
  private void addAttributes(TagName name) {
    if (tree.isInTemplate() || tree.isFragment() || scanner.attributes == null) {
      return;
    }
    Element element = tree.at(name == HtmlTags.BODY && tree.depth() > 1 ? 1 : 0);
    scanner
        .attributes
        .asList()
        .forEach(
            attribute -> {
              if (!element.attributes().hasKey(attribute.getKey())) {
                element.attributes().put(attribute);
              }
            });
  }

  /** Begins a noscript element: what stands in it does not touch what is around it. */
  void island(TagName name) {
    island = tree.depth();
    insert(name);
  }

  void startInIsland(TagName name) {
    if (name.rule() == Rule.RARE) {
      scanner.giveUp();
    } else if (name.is(TagName.TEXT) && !scanner.selfClosing) {
      raw(name);
    } else {
      insert(name);
      if (name.is(TagName.TEXT)) {
        tree.pop();
      }
    }
  }

  void endInIsland(TagName name) {
    if (name.rule() == Rule.NOSCRIPT) {
      tree.popTo(island);
      island = -1;
      return;
    }
    for (int i = tree.depth() - 1; i > island; i--) {
      if (tree.nameAt(i) == name) {
        tree.popTo(i);
        return;
      }
    }
  }

  /** An element of a drawing. */
  private void drawing(TagName name) {
    insert(name);
    if (scanner.selfClosing && name.is(TagName.TEXT)) {
      scanner.giveUp(); // jsoup reads what follows as a script
    } else if (scanner.selfClosing) {
      tree.pop();
    } else if (name.is(TagName.TEXT)) {
      holdText(name);
    }
  }

  /** True if the current element is one of a drawing that holds no elements of the page. */
  boolean isInDrawing(boolean endTag) {
    return tree.depth() > 0
        && tree.name().is(TagName.FOREIGN)
        && (endTag || !tree.name().is(TagName.INTEGRATION));
  }

  /** Reads a start tag in a drawing; false if it ends the drawing, and is to be read after it. */
  boolean startInDrawing(TagName name) {
    if (!name.is(TagName.BREAKS_OUT) || (name.name().equals("font") && !isForPages())) {
      drawing(scanner.drawn());
      return true;
    }
    leaveDrawing();
    return false;
  }

  private void leaveDrawing() {
    while (isInDrawing(false)) {
      tree.pop();
    }
  }

  /** True if the font element found last is none of a drawing. */
  private boolean isForPages() {
    Attributes found = scanner.attributes;
    return found != null && (found.hasKey("color") || found.hasKey("face") || found.hasKey("size"));
  }

  /** Reads an end tag in a drawing; false if it is one of what is around the drawing. */
  boolean endInDrawing(TagName name) {
    if (name == HtmlTags.P || name == HtmlTags.BR) {
      leaveDrawing();
      return false;
    }
    for (int i = tree.depth() - 1; i > 0 && tree.nameAt(i).is(TagName.FOREIGN); i--) {
      if (tree.nameAt(i).name().equals(name.name())) {
        tree.popTo(i);
        return true;
      }
    }
    return false;
  }

  void end(TagName name) {
    switch (name.rule()) {
      case BLOCK -> {
        if (name == HtmlTags.P) {
          paragraph(name);
        } else {
          endInScope(name, TagName.SCOPE);
        }
      }
      case PREFORMATTED, BUTTON, SELECT -> endInScope(name, TagName.SCOPE);
      case DEFINITION -> endInScope(name, TagName.SCOPE);
      case LIST_ITEM -> endInScope(name, TagName.SCOPE | TagName.LIST_SCOPE);
      case HEADING -> {
        if (tree.isHeadingInScope()) {
          tree.closeImplied(null);
          tree.popThroughHeading();
        }
      }
      case FORM -> endForm(name);
      case LINK, FORMATTING, NO_BREAK -> formatting(name);
      case OBJECT -> {
        if (endInScope(name, TagName.SCOPE)) {
          tree.marks.endApart();
        }
      }
      case TEMPLATE -> endTemplate();
      case RARE -> scanner.giveUp();
      case VOID_IN_LINE -> {
        if (name == HtmlTags.BR) {
          scanner.attributes = null;
          inLine(name);
        }
      }
      default -> anyOther(name);
    }
  }

  private void paragraph(TagName name) {
    if (!endInScope(name, TagName.SCOPE | TagName.BUTTON_SCOPE)) {
      tree.insert(name, null);
      tree.pop();
    }
  }

  /** Closes the element of the name and what is open in it; false if none is in scope. */
  private boolean endInScope(TagName name, int scope) {
    if (!tree.isInScope(name, scope)) {
      return false;
    }
    tree.closeImplied(name);
    tree.popThrough(name);
    return true;
  }

  private void endForm(TagName name) {
    if (tree.isInTemplate()) {
      endInScope(name, TagName.SCOPE);
      return;
    }
    Element form = tree.form;
    tree.form = null;
    if (form != null && tree.isInScope(name)) {
      tree.closeImplied(null);
      tree.remove(form);
    }
  }

  /** Ends a mark of text. */
  private void formatting(TagName name) {
    switch (adoption.end(name)) {
      case NO_MARK -> anyOther(name);
      case IN_TABLE -> scanner.giveUp();
      case DONE -> {}
    }
  }

  private void anyOther(TagName name) {
    for (int i = tree.depth() - 1; i > 0; i--) {
      TagName around = tree.nameAt(i);
      if (around == name) {
        tree.closeImplied(name);
        tree.popThrough(name);
        return;
      }
      if (around.is(TagName.SPECIAL)) {
        return;
      }
    }
  }
}
