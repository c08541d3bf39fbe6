package org.headrace.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The HTML of one story: its lead image, its cleaned text, its small line. */
final class StoryHtml {
  private static final int MOST_OTHERS = 12;

  private StoryHtml() {}

  /** The text under its lead image; the summary where there is no text. */
  static String body(String content, String summary, Optional<String> image) {
    String text =
        content.isEmpty() && !summary.isEmpty()
            ? "<p>" + LegalText.html(summary) + "</p>"
            : content;
    return image.filter(address -> !LeadImage.isIn(text, address)).map(StoryHtml::figure).orElse("")
        + text;
  }

  /** What goes into a feed: the body, then the small line. */
  static String content(PublishedStory story) {
    return story.body() + line(story);
  }

  private static String figure(String image) {
    return "<p><img src=\"" + LegalText.html(image) + "\" alt=\"\"></p>";
  }

  private static String line(PublishedStory story) {
    List<String> parts = new ArrayList<>();
    parts.add(link(story.source().name(), Optional.of(story.link())));
    if (!story.byline().isEmpty()) {
      parts.add(LegalText.html(story.byline()));
    }
    story.minutes().ifPresent(minutes -> parts.add(minutes + " min to read"));
    if (!story.alsoIn().isEmpty()) {
      parts.add("also in: " + others(story.alsoIn()));
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
