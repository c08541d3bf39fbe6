package org.headrace.demo;

import java.util.ArrayList;
import java.util.List;
import org.headrace.demo.Template.Part;

/** Reads the source of one template, from front to back. */
final class TemplateReader {
  private static final String WHOLE = "";

  private final String place;
  private final String source;
  private int position;

  TemplateReader(String place, String source) {
    this.place = place;
    this.source = source;
  }

  List<Part> whole() {
    return upToEndOf(WHOLE);
  }

  private List<Part> upToEndOf(String section) {
    List<Part> found = new ArrayList<>();
    for (int open = nextTag(); open >= 0; open = nextTag()) {
      found.add(new Part.Text(source.substring(position, open)));
      String tag = tagAt(open);
      if (tag.equals("/" + section)) {
        return List.copyOf(found);
      }
      found.add(part(tag));
    }
    if (!section.equals(WHOLE)) {
      throw new IllegalArgumentException(place + ": {{#" + section + "}} is not closed");
    }
    found.add(new Part.Text(source.substring(position)));
    return List.copyOf(found);
  }

  private int nextTag() {
    return source.indexOf("{{", position);
  }

  private String tagAt(int open) {
    int close = source.indexOf("}}", open);
    if (close < 0) {
      throw new IllegalArgumentException(place + ": {{ without }} at character " + open);
    }
    position = close + 2;
    return source.substring(open + 2, close).strip();
  }

  private Part part(String tag) {
    String name = tag.isEmpty() ? tag : tag.substring(1);
    return switch (tag.isEmpty() ? ' ' : tag.charAt(0)) {
      case '#' -> new Part.Section(name, false, upToEndOf(name));
      case '^' -> new Part.Section(name, true, upToEndOf(name));
      case '&' -> new Part.Value(name, false);
      case '/' ->
          throw new IllegalArgumentException(place + ": {{" + tag + "}} closes what is not open");
      default -> new Part.Value(tag, true);
    };
  }
}
