package org.headrace.markup;

import java.util.Locale;
import org.headrace.markup.TagName.Rule;
import org.headrace.markup.Tree.Mode;

/**
 * How tags are read in a table. What stands in a table but in none of its cells is not read here.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intable">WHATWG
 *     HTML, the "in table" insertion mode and those after it</a>
 */
final class TableRules {
  private static final TagName[] SECTIONS = {HtmlTags.TBODY, HtmlTags.THEAD, HtmlTags.TFOOT};

  private final Scanner scanner;
  private final Tree tree;
  private final BodyRules body;

  TableRules(Scanner scanner, Tree tree, BodyRules body) {
    this.scanner = scanner;
    this.tree = tree;
    this.body = body;
  }

  void text() {
    boolean inCell = tree.mode == Mode.IN_CELL || tree.mode == Mode.IN_CAPTION;
    if (inCell) {
      body.text();
    } else if (scanner.isBlank()) {
      tree.text(scanner.words());
    } else {
      scanner.giveUp();
    }
  }

  /** Reads a start tag; false if it is to be read once more, in another part of the table. */
  boolean start(TagName name) {
    return switch (tree.mode) {
      case IN_CELL -> startInCell(name);
      case IN_ROW -> startInRow(name);
      case IN_TABLE_BODY -> startInSection(name);
      case IN_CAPTION -> startInCaption(name);
      case IN_COLUMN_GROUP -> startInColumns(name);
      default -> startInTable(name);
    };
  }

  private boolean startInTable(TagName name) {
    if (name.rule() == Rule.TABLE_PART) {
      tree.popBackTo(HtmlTags.TABLE);
      return part(name);
    }
    switch (name.rule()) {
      case TABLE -> {
        if (tree.isInScope(name, TagName.TABLE_SCOPE)) {
          endTable();
          return false;
        }
      }
      case HEAD_PART -> headPart(name);
      case TEMPLATE -> body.template(name);
      case INPUT -> input(name);
      case FORM -> {
        if (tree.form == null && !tree.isInTemplate()) {
          tree.form = body.insert(name);
          tree.pop();
        }
      }
      default -> scanner.giveUp();
    }
    return true;
  }

  private boolean part(TagName name) {
    if (name == HtmlTags.CAPTION) {
      tree.marks.beginApart();
      body.insert(name);
      tree.mode = Mode.IN_CAPTION;
    } else if (name == HtmlTags.COLGROUP) {
      body.insert(name);
      tree.mode = Mode.IN_COLUMN_GROUP;
    } else if (name == HtmlTags.COL) {
      tree.insert(HtmlTags.COLGROUP, null);
      tree.mode = Mode.IN_COLUMN_GROUP;
      return false;
    } else if (isSection(name)) {
      body.insert(name);
      tree.mode = Mode.IN_TABLE_BODY;
    } else if (name == HtmlTags.TR || isCell(name)) {
      tree.insert(HtmlTags.TBODY, null);
      tree.mode = Mode.IN_TABLE_BODY;
      return false;
    } else {
      scanner.giveUp();
    }
    return true;
  }

  private static boolean isSection(TagName name) {
    return name == HtmlTags.TBODY || name == HtmlTags.THEAD || name == HtmlTags.TFOOT;
  }

  private static boolean isCell(TagName name) {
    return name == HtmlTags.TD || name == HtmlTags.TH;
  }

  private void headPart(TagName name) {
    if (name.name().equals("script") || name.name().equals("style")) {
      body.headPart(name);
    } else {
      scanner.giveUp();
    }
  }

  private void input(TagName name) {
    boolean hidden =
        scanner.attributes != null
            && scanner.attributes.get("type").toLowerCase(Locale.ROOT).equals("hidden");
    if (hidden) {
      body.insert(name);
    } else {
      scanner.giveUp();
    }
  }

  private boolean startInSection(TagName name) {
    if (name == HtmlTags.TR) {
      tree.popBackTo(SECTIONS);
      body.insert(name);
      tree.mode = Mode.IN_ROW;
      return true;
    }
    if (isCell(name)) {
      tree.popBackTo(SECTIONS);
      tree.insert(HtmlTags.TR, null);
      tree.mode = Mode.IN_ROW;
      return false;
    }
    if (name.rule() == Rule.TABLE_PART) {
      return !endSection();
    }
    return startInTable(name);
  }

  private boolean startInRow(TagName name) {
    if (isCell(name)) {
      tree.popBackTo(HtmlTags.TR);
      body.insert(name);
      tree.mode = Mode.IN_CELL;
      tree.marks.beginApart();
      return true;
    }
    if (name.rule() == Rule.TABLE_PART) {
      return !endRow();
    }
    return startInTable(name);
  }

  private boolean startInCell(TagName name) {
    if (name.rule() == Rule.TABLE_PART && !name.name().equals("frame")) {
      return !endCell();
    }
    body.start(name);
    return true;
  }

  private boolean startInCaption(TagName name) {
    if (name.rule() == Rule.TABLE_PART && !name.name().equals("frame")) {
      return !endCaption();
    }
    body.start(name);
    return true;
  }

  private boolean startInColumns(TagName name) {
    if (name == HtmlTags.COL) {
      body.insert(name);
      return true;
    }
    if (name == HtmlTags.TEMPLATE) {
      body.template(name);
      return true;
    }
    return !endColumns();
  }

  /** Reads an end tag; false if it is to be read once more, in another part of the table. */
  boolean end(TagName name) {
    return switch (tree.mode) {
      case IN_CELL -> endInCell(name);
      case IN_ROW -> endInRow(name);
      case IN_TABLE_BODY -> endInSection(name);
      case IN_CAPTION -> endInCaption(name);
      case IN_COLUMN_GROUP -> endInColumns(name);
      default -> endInTable(name);
    };
  }

  private boolean endInTable(TagName name) {
    switch (name.rule()) {
      case TABLE -> {
        if (tree.isInScope(name, TagName.TABLE_SCOPE)) {
          endTable();
        }
      }
      case TABLE_PART, BODY, HTML -> {}
      default -> {
        if (name == HtmlTags.P || name == HtmlTags.BR) {
          scanner.giveUp();
        } else {
          body.end(name);
        }
      }
    }
    return true;
  }

  private void endTable() {
    tree.popThrough(HtmlTags.TABLE);
    tree.findMode();
  }

  private boolean endInSection(TagName name) {
    if (isSection(name)) {
      if (tree.isInScope(name, TagName.TABLE_SCOPE)) {
        endSection();
      }
      return true;
    }
    return name == HtmlTags.TABLE ? !endSection() : endInTable(name);
  }

  private boolean endSection() {
    tree.popBackTo(SECTIONS);
    if (!isSection(tree.name())) {
      return false;
    }
    tree.pop();
    tree.mode = Mode.IN_TABLE;
    return true;
  }

  private boolean endInRow(TagName name) {
    if (name == HtmlTags.TR) {
      endRow();
      return true;
    }
    if (name == HtmlTags.TABLE || (isSection(name) && tree.isInScope(name, TagName.TABLE_SCOPE))) {
      return !endRow();
    }
    return isSection(name) || endInTable(name);
  }

  private boolean endRow() {
    if (!tree.isInScope(HtmlTags.TR, TagName.TABLE_SCOPE)) {
      return false;
    }
    tree.popBackTo(HtmlTags.TR);
    tree.pop();
    tree.mode = Mode.IN_TABLE_BODY;
    return true;
  }

  private boolean endInCell(TagName name) {
    if (isCell(name)) {
      if (tree.isInScope(name, TagName.TABLE_SCOPE)) {
        endCell(name);
      }
      return true;
    }
    if (name == HtmlTags.TABLE || name == HtmlTags.TR || isSection(name)) {
      return !tree.isInScope(name, TagName.TABLE_SCOPE) || !endCell();
    }
    if (name.rule() != Rule.TABLE_PART && name.rule() != Rule.BODY && name.rule() != Rule.HTML) {
      body.end(name);
    }
    return true;
  }

  private boolean endCell() {
    if (tree.isInScope(HtmlTags.TD, TagName.TABLE_SCOPE)) {
      endCell(HtmlTags.TD);
      return true;
    }
    if (tree.isInScope(HtmlTags.TH, TagName.TABLE_SCOPE)) {
      endCell(HtmlTags.TH);
      return true;
    }
    return false;
  }

  private void endCell(TagName name) {
    tree.closeImplied(null);
    tree.popThrough(name);
    tree.marks.endApart();
    tree.mode = Mode.IN_ROW;
  }

  private boolean endInCaption(TagName name) {
    if (name == HtmlTags.CAPTION) {
      endCaption();
      return true;
    }
    if (name == HtmlTags.TABLE) {
      return !endCaption();
    }
    if (name.rule() != Rule.TABLE_PART && name.rule() != Rule.BODY && name.rule() != Rule.HTML) {
      body.end(name);
    }
    return true;
  }

  private boolean endCaption() {
    if (!tree.isInScope(HtmlTags.CAPTION, TagName.TABLE_SCOPE)) {
      return false;
    }
    tree.closeImplied(null);
    tree.popThrough(HtmlTags.CAPTION);
    tree.marks.endApart();
    tree.mode = Mode.IN_TABLE;
    return true;
  }

  private boolean endInColumns(TagName name) {
    if (name == HtmlTags.COLGROUP) {
      endColumns();
      return true;
    }
    if (name == HtmlTags.TEMPLATE) {
      body.endTemplate();
      return true;
    }
    return name == HtmlTags.COL || !endColumns();
  }

  private boolean endColumns() {
    if (tree.name() != HtmlTags.COLGROUP) {
      return false;
    }
    tree.pop();
    tree.mode = Mode.IN_TABLE;
    return true;
  }
}
