package org.headrace.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of a page that were sent late where its script would: a hidden element {@code S:1}
 * holds what replaces the template {@code B:1} and the waiting sign after it, up to a comment.
 *
 * @see <a href="https://react.dev/reference/react-dom/server/renderToPipeableStream">React</a>
 */
final class StreamedParts {
  /** The comment that ends a waiting sign: without one, the comments of a page are not needed. */
  static final String END = "/$";

  private static final String PLACE = "B:";
  private static final String PART = "S:";
  private static final String BEGIN = "$";
  private static final int MOST = 2_000;

  private StreamedParts() {}

  /** True for a template that a part sent late replaces. */
  static boolean isPlace(Element template) {
    return template.id().startsWith(PLACE);
  }

  /** True if a part was put in its place. */
  static boolean settle(Document document) {
    Map<String, Element> parts = new HashMap<>();
    for (Element part : document.getElementsByAttributeValueStarting("id", PART)) {
      parts.putIfAbsent(part.id().substring(PART.length()), part);
    }
    boolean settled = false;
    List<Element> places = document.getElementsByAttributeValueStarting("id", PLACE);
    for (Element place : places.subList(0, Math.min(places.size(), MOST))) {
      Element part = parts.remove(place.id().substring(PLACE.length()));
      if (part != null && !isWithin(place, part)) {
        removeSign(place);
        for (Node child : List.copyOf(part.childNodes())) {
          place.before(child);
        }
        place.remove();
        settled = true;
      }
    }
    return settled;
  }

  private static boolean isWithin(Element place, Element part) {
    for (Element at = place; at != null; at = at.parent()) {
      if (at.equals(part)) {
        return true;
      }
    }
    return false;
  }

  /** Removes what is shown while the part is awaited, if its end is marked. */
  private static void removeSign(Element place) {
    @Nullable Node end = end(place);
    @Nullable Node next = end == null ? null : place.nextSibling();
    while (next != null && !next.equals(end)) {
      next.remove();
      next = place.nextSibling();
    }
  }

  private static @Nullable Node end(Element place) {
    int depth = 0;
    for (Node at = place.nextSibling(); at != null; at = at.nextSibling()) {
      if (at instanceof Comment comment) {
        if (comment.getData().equals(END)) {
          if (depth == 0) {
            return at;
          }
          depth--;
        } else if (comment.getData().startsWith(BEGIN)) {
          depth++;
        }
      }
    }
    return null;
  }
}
