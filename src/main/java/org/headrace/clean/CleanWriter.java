package org.headrace.clean;

import static org.headrace.clean.AllowedAttribute.CLASS;
import static org.headrace.clean.AllowedAttribute.ID;
import static org.headrace.clean.AllowedAttribute.POSTER;
import static org.headrace.clean.AllowedAttribute.PRELOAD;
import static org.headrace.clean.AllowedAttribute.SRC;
import static org.headrace.clean.AllowedAttribute.SRCSET;

import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Writes what the allow list lets pass of a tree; nothing else can get into what is written. */
final class CleanWriter {
  private static final int DEEPEST = 100;
  private static final Set<String> MEDIA = Set.of("picture", "video", "audio");

  private static final char NO_BREAK_SPACE = '\u00a0';

  private final Surroundings around;
  private final Markup out;
  private final Nesting nesting = new Nesting();

  private CleanWriter(Surroundings around, int expected) {
    this.around = around;
    this.out = new Markup(expected);
  }

  /**
   * What was written.
   *
   * @param settled true if it is certain to be read back as it is and to come out so again
   */
  record Written(String html, boolean settled) {}

  /**
   * Writes what may stand in {@code body}.
   *
   * @param expected how long it will be, about
   */
  static Written write(Element body, Surroundings around, int expected) {
    CleanWriter writer = new CleanWriter(around, expected);
    writer.children(body, new Frame("body", false, 0, 0, 0));
    boolean settled =
        writer.nesting.isSound() && writer.out.isWhole() && around.notes().isSettled();
    return new Written(writer.out.written(), settled);
  }

  private void children(Node from, Frame to) {
    for (int i = 0; i < from.childNodeSize() && !out.isFull(); i++) {
      Node child = from.childNode(i);
      if (child instanceof TextNode words) {
        text(words.getWholeText(), to);
      } else if (child instanceof Element element) {
        element(element, to);
      }
    }
  }

  private void text(String words, Frame to) {
    boolean blank = isBlank(words);
    nesting.text(to, blank);
    to.words |= !blank;
    to.last = Frame.Last.WORDS;
    out.text(words);
  }

  /** True for white space, and for what will not be written. */
  private static boolean isBlank(String words) {
    for (int at = 0; at < words.length(); at++) {
      char c = words.charAt(at);
      if (c > ' ' && c != NO_BREAK_SPACE && (c < 0x7f || XmlText.isLegalAt(words, at))) {
        return false;
      }
    }
    return true;
  }

  private void element(Element from, Frame to) {
    boolean html = from.tag().namespace().equals(Parser.NamespaceHtml);
    String found = from.normalName();
    Optional<Allowed> allowed =
        html && to.depth < DEEPEST ? AllowList.find(found) : Optional.empty();
    if (allowed.isPresent()) {
      allowed(from, allowed.get(), to);
    } else if (!AllowList.isDropped(found) || isForeignTitle(found, html)) {
      children(from, to);
    }
  }

  /** The title of a drawing is a text for readers, unlike that of a document. */
  private static boolean isForeignTitle(String name, boolean html) {
    return !html && name.equals("title");
  }

  private void allowed(Element from, Allowed element, Frame to) {
    switch (element.kind()) {
      case IMAGE -> picture(from, element, to, !TrackingImages.isTracking(from, around));
      case SOURCE -> picture(from, element, to, MEDIA.contains(to.name));
      case ALONE -> alone(from, element, to);
      case PICTURE -> standing(from, element, to, Media.holdsPicture(from, around));
      case PLAYER -> standing(from, element, to, Media.canPlay(from, around));
      case FRAME -> frame(from, element, to);
      case LINK, SPAN -> wrapper(from, element, to, false);
      case DIVISION -> wrapper(from, element, to, !holdsOneBlock(from));
      case CODE, PREFORMATTED, OTHER -> standing(from, element, to, true);
    }
  }

  private void picture(Element from, Allowed element, Frame to, boolean wanted) {
    int start = out.place();
    int written = wanted ? open(from, element) : 0;
    if ((written & (SRC | SRCSET)) != 0) {
      out.opened();
      took(element, to);
    } else {
      takeBack(start, from, written);
    }
  }

  private void alone(Element from, Allowed element, Frame to) {
    open(from, element);
    out.opened();
    took(element, to);
  }

  /** A player of another site, without anything in it. */
  private void frame(Element from, Allowed element, Frame to) {
    int start = out.place();
    int written = open(from, element);
    if ((written & SRC) != 0) {
      out.markup(Frames.MANNERS);
      out.opened();
      out.markup(element.end());
      took(element, to);
    } else {
      takeBack(start, from, written);
    }
  }

  private void takeBack(int start, Element from, int written) {
    out.backTo(start);
    if ((written & ID) != 0) {
      around.notes().takeBack(from.attr("id"));
    }
  }

  private void took(Allowed element, Frame to) {
    nesting.open(element, to);
    to.took(element.block());
  }

  /** An element that says nothing without attributes, unless it {@code means} something. */
  private void wrapper(Element from, Allowed element, Frame to, boolean means) {
    int start = out.place();
    int attributes = open(from, element);
    if (attributes == 0 && !means) {
      out.backTo(start);
      children(from, to);
    } else {
      content(from, element, to, start, attributes);
    }
  }

  /** True for a block around one block: however many there are, they add no depth. */
  private static boolean holdsOneBlock(Element from) {
    Element only = from.firstElementChild();
    if (only == null || only.nextElementSibling() != null) {
      return false;
    }
    boolean block = AllowList.find(only.normalName()).filter(Allowed::block).isPresent();
    return block && from.textNodes().stream().allMatch(text -> isBlank(text.getWholeText()));
  }

  private void standing(Element from, Allowed element, Frame to, boolean stands) {
    if (stands) {
      int start = out.place();
      content(from, element, to, start, open(from, element));
    } else {
      children(from, to);
    }
  }

  private void content(Element from, Allowed element, Frame to, int start, int attributes) {
    out.opened();
    int open = nesting.open(element, to);
    Frame frame = new Frame(element.name(), element.part().bare(), to.depth + 1, open, out.place());
    children(from, frame);
    if (element.kind() == Allowed.Kind.PREFORMATTED) {
      out.doubleLineFeed(frame.content);
    }
    if (frame.isEmpty() && element.emptied() && (attributes & ID) == 0) {
      leaveOut(start, to);
    } else if (attributes == 0
        && element.kind() == Allowed.Kind.DIVISION
        && frame.holdsOneBlock()) {
      out.remove(start, frame.content);
      to.took(true);
    } else {
      out.markup(element.end());
      to.took(element.block());
    }
  }

  /** The words before and after what is left out must not grow together. */
  private void leaveOut(int start, Frame to) {
    out.backTo(start);
    boolean apart =
        to.last == Frame.Last.INLINE || (to.last == Frame.Last.WORDS && out.endsInWord());
    if (apart) {
      out.space();
      to.last = Frame.Last.WORDS;
    }
  }

  /**
   * Begins an element and writes those of its attributes that may stand.
   *
   * @return which were written: 0 if none, the marks of {@link AllowedAttribute} for those that
   *     decide something
   */
  private int open(Element from, Allowed element) {
    out.markup(element.start());
    int written = 0;
    if (from.attributesSize() > 0) {
      for (Attribute attribute : from.attributes()) {
        AllowedAttribute allowed = element.attributes().get(attribute.getKey());
        if (allowed != null) {
          written |= write(allowed, allowed.rule().clean(attribute.getValue(), around));
        }
      }
    }
    return complete(from, element, written);
  }

  private int write(AllowedAttribute attribute, Optional<String> value) {
    if (value.isEmpty()) {
      return 0;
    }
    out.markup(attribute.start());
    if (!attribute.flag()) {
      out.value(value.get());
    }
    return attribute.mark();
  }

  /** Adds what the source did not say, or said in another way. */
  private int complete(Element from, Allowed element, int written) {
    return switch (element.kind()) {
      case LINK -> {
        boolean named = (written & ID) == 0 && !around.notes().isEmpty() && from.hasAttr("name");
        yield written
            | (named ? write(element.attribute("id"), around.notes().id(from.attr("name"))) : 0);
      }
      case CODE, PREFORMATTED -> {
        boolean stated = (written & CLASS) == 0 && from.attributesSize() > 0;
        yield written
            | (stated ? write(element.attribute("class"), Values.statedLanguage(from)) : 0);
      }
      case PLAYER -> {
        String load = (written & POSTER) != 0 ? "none" : "metadata";
        int loads =
            (written & PRELOAD) == 0 ? write(element.attribute("preload"), Optional.of(load)) : 0;
        out.markup(" controls");
        yield written | loads;
      }
      default -> written;
    };
  }
}
