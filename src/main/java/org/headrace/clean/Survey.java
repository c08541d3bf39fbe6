package org.headrace.clean;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** What a tree holds that must be known before it is written, found in one walk. */
final class Survey {
  /** What shows or plays something, wherever it stands, in the order of the text. */
  final List<Element> media = new ArrayList<>();

  /** The pictures among them that are for readers without script. */
  final List<Element> copies = new ArrayList<>();

  /** What may stand and has a name that a link can lead to. */
  final List<Element> places = new ArrayList<>();

  /** What may stand and links to somewhere with a place on it. */
  final List<Element> links = new ArrayList<>();

  private Survey() {}

  static Survey of(Element body) {
    Survey survey = new Survey();
    survey.children(body, false, false);
    return survey;
  }

  private void children(Element element, boolean withoutScript, boolean lost) {
    for (int i = 0; i < element.childNodeSize(); i++) {
      if (element.childNode(i) instanceof Element child) {
        look(child, withoutScript, lost);
      }
    }
  }

  private void look(Element element, boolean withoutScript, boolean lost) {
    String name = element.normalName();
    switch (name) {
      case "img" -> {
        media.add(element);
        if (withoutScript) {
          copies.add(element);
        }
      }
      case "source", "iframe", "video", "audio" -> media.add(element);
      default -> {}
    }
    if (!lost && element.attributesSize() > 0) {
      named(element, name);
    }
    children(element, withoutScript || name.equals("noscript"), lost || AllowList.isDropped(name));
  }

  private void named(Element element, String name) {
    boolean link = name.equals("a");
    Attributes attributes = element.attributes();
    boolean place = attributes.hasKey("id") || (link && attributes.hasKey("name"));
    if (place && AllowList.find(name).isPresent()) {
      places.add(element);
    }
    if (link && attributes.get("href").indexOf('#') >= 0) {
      links.add(element);
    }
  }
}
