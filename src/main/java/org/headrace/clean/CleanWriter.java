package org.headrace.clean;

import java.util.ArrayList;
import java.util.List;
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

  private static boolean isBlank(String words) {
    for (int at = 0; at < words.length(); at++) {
      if (words.charAt(at) > ' ' && words.charAt(at) != NO_BREAK_SPACE) {
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
    switch (element.name()) {
      case "img" -> picture(from, element, to, !TrackingImages.isTracking(from, around));
      case "source", "track" -> picture(from, element, to, MEDIA.contains(to.name));
      case "br", "hr", "wbr", "col" -> alone(from, element, to);
      case "picture" -> standing(from, element, to, Media.holdsPicture(from, around));
      case "video", "audio" -> standing(from, element, to, Media.canPlay(from, around));
      case "iframe" -> frame(from, element, to);
      case "span", "a" -> wrapper(from, element, to, false);
      case "div" -> wrapper(from, element, to, !holdsOneBlock(from));
      default -> standing(from, element, to, true);
    }
  }

  private void picture(Element from, Allowed element, Frame to, boolean wanted) {
    int start = out.place();
    if (wanted && Media.isSource(open(from, element))) {
      out.opened();
      took(element, to);
    } else {
      out.backTo(start);
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
    if (open(from, element).contains("src")) {
      out.attribute("loading", "lazy");
      out.attribute("sandbox", Frames.SANDBOX);
      out.opened();
      out.close(element.name());
      took(element, to);
    } else {
      out.backTo(start);
    }
  }

  private void took(Allowed element, Frame to) {
    nesting.open(element, to);
    to.took(element.block());
  }

  /** An element that says nothing without attributes, unless it {@code means} something. */
  private void wrapper(Element from, Allowed element, Frame to, boolean means) {
    int start = out.place();
    List<String> attributes = open(from, element);
    if (attributes.isEmpty() && !means) {
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

  private void content(
      Element from, Allowed element, Frame to, int start, List<String> attributes) {
    out.opened();
    int open = nesting.open(element, to);
    Frame frame = new Frame(element.name(), element.part().bare(), to.depth + 1, open, out.place());
    children(from, frame);
    if (frame.name.equals("pre")) {
      out.doubleLineFeed(frame.content);
    }
    if (frame.isEmpty() && element.emptied() && !attributes.contains("id")) {
      leaveOut(start, to);
    } else if (attributes.isEmpty() && frame.name.equals("div") && frame.holdsOneBlock()) {
      out.remove(start, frame.content);
      to.took(true);
    } else {
      out.close(frame.name);
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

  /** Begins an element and writes those of its attributes that may stand; tells which. */
  private List<String> open(Element from, Allowed element) {
    out.open(element.name());
    boolean completed = element.name().equals("video") || element.name().equals("audio");
    if (from.attributesSize() == 0 && !completed) {
      return List.of();
    }
    List<String> written = new ArrayList<>(from.attributesSize() + 1);
    for (Attribute attribute : from.attributes()) {
      AttributeRule rule = element.attributes().get(attribute.getKey());
      if (rule != null) {
        write(attribute.getKey(), rule.clean(attribute.getValue(), around), written);
      }
    }
    complete(from, element, written);
    return written;
  }

  private void write(String name, Optional<String> value, List<String> written) {
    value.ifPresent(
        text -> {
          if (AllowList.isFlag(name)) {
            out.flag(name);
          } else {
            out.attribute(name, text);
          }
          written.add(name);
        });
  }

  /** Adds what the source did not say, or said in another way. */
  private void complete(Element from, Allowed element, List<String> written) {
    switch (element.name()) {
      case "a" -> {
        if (!written.contains("id") && from.hasAttr("name")) {
          write("id", around.notes().id(from.attr("name")), written);
        }
      }
      case "pre", "code" -> {
        if (!written.contains("class")) {
          write("class", Values.statedLanguage(from), written);
        }
      }
      case "video", "audio" -> {
        if (!written.contains("preload")) {
          String load = written.contains("poster") ? "none" : "metadata";
          write("preload", Optional.of(load), written);
        }
        out.flag("controls");
      }
      default -> {}
    }
  }
}
