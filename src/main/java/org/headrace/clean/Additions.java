package org.headrace.clean;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Attributes that an element gets although the source did not give them so. */
final class Additions {
  private Additions() {}

  static void complete(Element copy, Element from, Surroundings around) {
    switch (copy.normalName()) {
      case "a" -> anchor(copy, from, around);
      case "iframe" -> copy.attr("loading", "lazy").attr("sandbox", Frames.SANDBOX);
      case "video", "audio" -> player(copy);
      case "pre", "code" -> codeLanguage(copy, from);
      default -> {}
    }
  }

  /** The old way to name a place: {@code <a name>}. */
  private static void anchor(Element copy, Element from, Surroundings around) {
    if (!copy.hasAttr("id") && from.hasAttr("name")) {
      around.notes().id(from.attr("name")).ifPresent(id -> copy.attr("id", id));
    }
  }

  /** Nothing plays or loads by itself. */
  private static void player(Element copy) {
    copy.attr("controls", true);
    if (!copy.hasAttr("preload")) {
      copy.attr("preload", copy.hasAttr("poster") ? "none" : "metadata");
    }
  }

  private static void codeLanguage(Element copy, Element from) {
    if (!copy.hasAttr("class")) {
      Optional.of(from.attr("data-lang"))
          .filter(lang -> !lang.isBlank())
          .or(() -> Optional.of(from.attr("data-language")).filter(lang -> !lang.isBlank()))
          .map(lang -> "language-" + lang.strip().toLowerCase(Locale.ROOT))
          .flatMap(Values::codeClasses)
          .ifPresent(classes -> copy.attr("class", classes));
    }
  }
}
