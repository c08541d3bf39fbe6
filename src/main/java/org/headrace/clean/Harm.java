package org.headrace.clean;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Finds what in a piece of HTML could act on a reader, and where it stands. It is read twice: as a
 * browser does, and tag by tag, since a browser passes over tags that other readers see.
 */
final class Harm {
  /**
   * From {@code start} up to {@code end}, in characters.
   *
   * @param instead what may stand there
   */
  record Place(int start, int end, String instead) {}

  /** Put behind the markup: if it is no element then, something before it has no end. */
  private static final String END = "<i>";

  /** What a browser makes up where it is not written; written out, it is no part of an article. */
  private static final Set<String> DOCUMENT = Set.of("html", "head", "body");

  private static final String NOWHERE = "http://invalid.invalid/";

  private final String html;
  private final List<Place> places = new ArrayList<>();
  private boolean ended;

  private Harm(String html) {
    this.html = html;
  }

  /** The places in {@code html} that must not stay as they are, by their start. */
  static List<Place> in(String html) {
    Harm harm = new Harm(html);
    for (Parser parser : List.of(Parser.htmlParser(), Parser.xmlParser())) {
      parser.setTrackPosition(true).parseInput(html + END, NOWHERE).forEachNode(harm::look);
      harm.settleEnd();
    }
    harm.places.sort(Comparator.comparingInt(Place::start).thenComparingInt(place -> -place.end()));
    return harm.places;
  }

  /** True if a tag HTML knows, a comment or the like is in it, or something that has no end. */
  static boolean knows(String text) {
    Document document = Parser.htmlParser().setTrackPosition(true).parseInput(text + END, NOWHERE);
    boolean ended = false;
    for (Node node : document.nodeStream().toList()) {
      boolean last = isWritten(node) && node.sourceRange().startPos() == text.length();
      ended |= last && node instanceof Element;
      if (isWritten(node) && !last && !isWord(node)) {
        return true;
      }
    }
    return !ended;
  }

  private static boolean isWord(Node node) {
    return node.getClass() == TextNode.class
        || node instanceof Element element
            && !element.tag().isKnownTag()
            && element.attributesSize() == 0;
  }

  private static boolean isWritten(Node node) {
    return node.sourceRange().isTracked() && !node.sourceRange().isImplicit();
  }

  /** A last tag without an end is words: what follows must not be read into it. */
  private void settleEnd() {
    if (!ended) {
      int last = html.lastIndexOf('<');
      places.add(new Place(last, last + 1, "&lt;"));
    }
    ended = false;
  }

  private void look(Node node) {
    if (node instanceof Document || node.getClass() == TextNode.class) {
      return;
    }
    if (node instanceof Element element) {
      element(element);
    } else if (node.sourceRange().isTracked()) {
      other(node.sourceRange());
    }
  }

  /** Comments may stay where every parser sees the same one; all else that is no text goes. */
  private void other(Range range) {
    int start = range.startPos();
    int end = range.endPos();
    boolean comment = html.startsWith("<!--", start);
    if (end > html.length() && !comment) {
      return; // it has no end: settled with the last tag
    }
    int inner = start + "<!--".length();
    boolean plain =
        comment
            && html.indexOf("--", inner) == end - "-->".length()
            && html.indexOf('>', start) == end - 1
            && !holds('<', inner, end)
            && html.charAt(inner) != '-';
    if (!plain) {
      cut(start, end);
    }
  }

  private void element(Element element) {
    if (!isWritten(element)) {
      return;
    }
    if (element.sourceRange().startPos() == html.length()) {
      ended = true;
    } else if (DOCUMENT.contains(element.normalName()) || !HarmlessMarkup.mayStand(element)) {
      remove(element);
    } else {
      element.attributes().forEach(attribute -> attribute(element, attribute));
    }
  }

  private void remove(Element element) {
    Range start = element.sourceRange();
    Range end = element.endSourceRange();
    boolean closed = end.isTracked() && !end.isImplicit();
    if (closed && HarmlessMarkup.isDropped(element)) {
      cut(start.startPos(), end.endPos());
      return;
    }
    cut(start.startPos(), start.endPos());
    if (closed) {
      cut(end.startPos(), end.endPos());
    }
  }

  private void attribute(Element element, Attribute attribute) {
    Range.AttributeRange range = element.attributes().sourceRange(attribute.getKey());
    if (!range.nameRange().isTracked()) {
      remove(element);
      return;
    }
    int end = Math.max(range.nameRange().endPos(), range.valueRange().endPos());
    boolean stays =
        HarmlessMarkup.mayStand(element, attribute.getKey(), attribute.getValue())
            && !holdsTag(range.valueRange());
    if (!stays) {
      boolean quoted = end < html.length() && "\"'".indexOf(html.charAt(end)) >= 0;
      cut(range.nameRange().startPos(), quoted ? end + 1 : end);
    }
  }

  /** A tag written out in a value is one to a reader who sees another beginning of the value. */
  private boolean holdsTag(Range value) {
    return value.isTracked() && holds('<', value.startPos(), value.endPos());
  }

  private boolean holds(char sign, int start, int end) {
    int at = html.indexOf(sign, start);
    return at >= 0 && at < end;
  }

  private void cut(int start, int end) {
    if (end > start) {
      places.add(new Place(start, Math.min(end, html.length()), ""));
    }
  }
}
