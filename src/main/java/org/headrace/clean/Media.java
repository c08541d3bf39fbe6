package org.headrace.clean;

import org.jsoup.nodes.Element;

/** Whether there is anything to see or to hear in an element made for it. */
final class Media {
  private static final AttributeRule SRC = Addresses.media();
  private static final AttributeRule IMAGE = Addresses.image();
  private static final AttributeRule SET = Addresses.sourceSet();

  private Media() {}

  /** True if a picture stands in it that will be shown. */
  static boolean holdsPicture(Element picture, Surroundings around) {
    return picture.children().stream().anyMatch(child -> isPicture(child, around));
  }

  private static boolean isPicture(Element element, Surroundings around) {
    if (element.nameIs("img")) {
      return !TrackingImages.isTracking(element, around) && has(element, "src", IMAGE, around);
    }
    return !AllowList.isDropped(element.normalName()) && holdsPicture(element, around);
  }

  /** True if it names what it plays, or holds a source that does. */
  static boolean canPlay(Element player, Surroundings around) {
    return allowed(player, "src", SRC, around)
        || player.children().stream()
            .anyMatch(source -> source.nameIs("source") && has(source, "src", SRC, around));
  }

  private static boolean has(Element element, String src, AttributeRule rule, Surroundings around) {
    return allowed(element, src, rule, around) || allowed(element, "srcset", SET, around);
  }

  private static boolean allowed(
      Element element, String name, AttributeRule rule, Surroundings around) {
    return element.hasAttr(name) && rule.clean(element.attr(name), around).isPresent();
  }
}
