package org.headrace.clean;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * Pictures that a page's script would load later: their true address stands in an attribute of the
 * script's own, or in a copy for readers without script.
 */
final class LazyImages {
  private static final List<String> TRUE_SOURCES =
      List.of(
          "data-src",
          "data-lazy-src",
          "data-original",
          "data-lazy",
          "data-orig-src",
          "data-actualsrc",
          "data-hi-res-src",
          "data-echo",
          "data-img-src",
          "data-image-src",
          "data-srcurl",
          "data-url",
          "data-full-src",
          "data-native-src",
          "data-runner-src");
  private static final List<String> TRUE_SETS =
      List.of("data-srcset", "data-lazy-srcset", "data-original-set", "data-orig-srcset");
  private static final Set<String> PLACEHOLDER_WORDS =
      Set.of(
          "placeholder",
          "blank",
          "spacer",
          "loading",
          "loader",
          "lazy",
          "lazyload",
          "transparent",
          "pixel",
          "dummy",
          "empty",
          "grey",
          "gray",
          "1x1",
          "trans",
          "preload");

  private static final int MOST_COPIES = 200;

  private LazyImages() {}

  /** Puts the true addresses where browsers look for them. */
  static void settle(Survey survey) {
    if (!survey.media.isEmpty()) {
      List<Element> noted = survey.media.stream().filter(LazyImages::hasNotes).toList();
      Set<String> repeated = noted.isEmpty() ? Set.of() : repeated(survey.media);
      noted.forEach(picture -> settle(picture, repeated));
      withoutScript(survey);
    }
  }

  private static void settle(Element picture, Set<String> repeated) {
    if (isPlaceholder(picture.attr("src"), repeated)) {
      first(picture, TRUE_SOURCES).ifPresent(src -> picture.attr("src", src));
    }
    if (!picture.hasAttr("srcset") || picture.attr("srcset").strip().startsWith("data:")) {
      first(picture, TRUE_SETS).ifPresent(set -> picture.attr("srcset", set));
    }
    first(picture, List.of("data-sizes"))
        .filter(sizes -> !picture.hasAttr("sizes"))
        .ifPresent(sizes -> picture.attr("sizes", sizes));
  }

  /** True if the page's script has left notes on the picture. */
  private static boolean hasNotes(Element picture) {
    for (Attribute attribute : picture.attributes()) {
      if (attribute.getKey().startsWith("data-")) {
        return true;
      }
    }
    return false;
  }

  /** Uses the copy for readers without script where nothing else shows the picture. */
  private static void withoutScript(Survey survey) {
    if (!survey.copies.isEmpty()) {
      Set<String> shown = shown(survey.media, Set.copyOf(survey.copies));
      survey.copies.stream().limit(MOST_COPIES).forEach(picture -> place(picture, shown));
    }
  }

  private static void place(Element picture, Set<String> shown) {
    Element copy = picture.closest("noscript");
    Element before = copy == null ? null : copy.previousElementSibling();
    boolean stoodFor =
        before != null && before.nameIs("img") && isPlaceholder(before.attr("src"), Set.of());
    if (before != null && stoodFor) {
      before.replaceWith(picture);
    } else if (copy != null && shown.add(picture.attr("src"))) {
      copy.before(picture);
    }
  }

  /** Every address under which the pictures, without the copies, can be had. */
  private static Set<String> shown(List<Element> pictures, Set<Element> copies) {
    Set<String> shown = new HashSet<>();
    for (Element picture : pictures) {
      if (!copies.contains(picture)) {
        shown.add(picture.attr("src"));
        shown.addAll(List.of(picture.attr("srcset").split("[\\s,]+")));
      }
    }
    return shown;
  }

  private static boolean isPlaceholder(String src, Set<String> repeated) {
    String address = src.strip().toLowerCase(Locale.ROOT);
    return address.isEmpty()
        || address.startsWith("data:")
        || address.startsWith("about:")
        || address.startsWith("#")
        || repeated.contains(src)
        || hasPlaceholderName(address);
  }

  private static boolean hasPlaceholderName(String address) {
    int end = address.indexOf('?');
    String path = end < 0 ? address : address.substring(0, end);
    String file = path.substring(path.lastIndexOf('/') + 1);
    for (String word : file.split("[^a-z0-9]+")) {
      if (PLACEHOLDER_WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Addresses that stand in for several pictures. */
  private static Set<String> repeated(List<Element> pictures) {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (Element picture : pictures) {
      String src = picture.attr("src");
      if (!src.isEmpty() && !seen.add(src)) {
        repeated.add(src);
      }
    }
    return repeated;
  }

  private static Optional<String> first(Element element, List<String> attributes) {
    return attributes.stream()
        .map(element::attr)
        .map(String::strip)
        .filter(value -> !value.isEmpty() && !value.startsWith("data:"))
        .findFirst();
  }
}
