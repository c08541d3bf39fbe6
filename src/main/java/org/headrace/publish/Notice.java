package org.headrace.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry that the program itself writes: the stories of a day, or a word to the operator. All
 * texts are plain.
 *
 * @param id a URI under which it is published for ever
 * @param title never empty
 * @param link where to go from it; empty for the page of the feed
 * @param intro one sentence above the lines; empty if there is none
 */
public record Notice(
    String id,
    String title,
    Optional<String> link,
    String intro,
    List<Line> lines,
    Instant published,
    Instant updated) {

  /**
   * One thing it tells.
   *
   * @param from who says so, in a few words; empty if nobody
   * @param text what there is to say besides the title; empty if nothing
   */
  public record Line(String title, Optional<String> link, String from, String text) {}

  public Notice {
    lines = List.copyOf(lines);
  }

  /** As every format shows it. {@code page} is the absolute address of the feed's page. */
  PublishedStory set(String page, String source) {
    String body = html();
    String summary = summary();
    return new PublishedStory(
        id,
        link.flatMap(WebAddress::of).orElse(page),
        "",
        LegalText.line(title),
        List.of(source),
        new PublishedStory.Origin(source, Optional.empty(), Optional.empty()),
        body,
        body,
        summary,
        summary.isEmpty(),
        Optional.empty(),
        java.util.OptionalInt.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        DistinctTimes.writable(published),
        DistinctTimes.writable(updated),
        DistinctTimes.writable(updated),
        "headrace");
  }

  private String summary() {
    List<String> titles = lines.stream().map(line -> LegalText.line(line.title())).toList();
    String told = intro.isEmpty() ? String.join(" · ", titles) : LegalText.line(intro);
    return ShortText.of(told, 300);
  }

  private String html() {
    StringBuilder html = new StringBuilder();
    if (!intro.isEmpty()) {
      html.append("<p>").append(escaped(intro)).append("</p>");
    }
    if (!lines.isEmpty()) {
      html.append("<ol>");
      lines.forEach(line -> html.append(item(line)));
      html.append("</ol>");
    }
    return html.toString();
  }

  private static String item(Line line) {
    String title =
        line.link()
            .flatMap(WebAddress::of)
            .map(
                href ->
                    "<a href=\"" + LegalText.html(href) + "\">" + escaped(line.title()) + "</a>")
            .orElseGet(() -> escaped(line.title()));
    String from = line.from().isEmpty() ? "" : " <small>" + escaped(line.from()) + "</small>";
    String text = line.text().isEmpty() ? "" : "<br>" + escaped(line.text());
    return "<li>" + title + from + text + "</li>";
  }

  private static String escaped(String text) {
    return LegalText.html(LegalText.line(text));
  }
}
