package org.headrace.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The HTML of one story: its lead image, its cleaned text, its small line. */
final class StoryHtml {
  private static final int MOST_OTHERS = 12;

  private StoryHtml() {}

  /** The text under its lead image, unless that is {@code shown} in it. */
  static String body(String text, Optional<String> image, boolean shown) {
    return image.filter(address -> !shown).map(StoryHtml::figure).orElse("") + text;
  }

  /** The text; the summary where there is none. */
  static String text(String content, String summary) {
    return content.isEmpty() && !summary.isEmpty()
        ? "<p>" + LegalText.html(summary) + "</p>"
        : content;
  }

  private static String figure(String image) {
    return "<p><img src=\"" + LegalText.html(image) + "\" alt=\"\"></p>";
  }

  /**
   * What stands under the text: source, author, minutes to read, other sources.
   *
   * @param link where the original stands
   * @param byline empty if nobody is named
   */
  static String line(
      String source,
      String link,
      String byline,
      OptionalInt minutes,
      List<PublishedStory.Also> alsoIn) {
    List<String> parts = new ArrayList<>();
    parts.add(link(source, Optional.of(link)));
    if (!byline.isEmpty()) {
      parts.add(LegalText.html(byline));
    }
    minutes.ifPresent(some -> parts.add(some + " min to read"));
    if (!alsoIn.isEmpty()) {
      parts.add("also in: " + others(alsoIn));
    }
    return "<p><small>" + String.join(" · ", parts) + "</small></p>";
  }

  private static String others(List<PublishedStory.Also> others) {
    List<String> named =
        new ArrayList<>(
            others.stream().limit(MOST_OTHERS).map(o -> link(o.name(), o.link())).toList());
    if (others.size() > MOST_OTHERS) {
      named.add((others.size() - MOST_OTHERS) + " more");
    }
    return String.join(", ", named);
  }

  private static String link(String name, Optional<String> address) {
    String text = LegalText.html(name);
    return address
        .map(href -> "<a href=\"" + LegalText.html(href) + "\">" + text + "</a>")
        .orElse(text);
  }
}
