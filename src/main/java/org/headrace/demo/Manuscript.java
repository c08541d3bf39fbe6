package org.headrace.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An article as its author left it, before any site puts furniture around it.
 *
 * @param slug its name in addresses
 * @param story equal for copies of one story; else the slug
 * @param published UTC, to the second
 * @param tags in the author's order; empty if none
 * @param motif what its picture shows; empty if it has no picture
 * @param caption under the picture; empty if none
 * @param summary what the feed says of it
 * @param laterSummary what the feed says of it once the corrected edition is out
 * @param wall true if the page shows a consent text only
 * @param blocks the text of all pages and editions
 */
record Manuscript(
    String slug,
    String story,
    String headline,
    String byline,
    Instant published,
    String section,
    List<String> tags,
    String motif,
    String caption,
    String summary,
    String laterSummary,
    boolean wall,
    List<Block> blocks) {

  /** Reads {@code articles/OUTLET/SLUG.txt}. Its age counts back from {@code pressDay}. */
  static Manuscript read(String outlet, String slug, Instant pressDay, Locale language) {
    HeadedText file = HeadedText.read("articles/" + outlet + "/" + slug + ".txt");
    Instant published = pressDay.minus(Duration.parse(file.header("Age")));
    Scope days = days(published.atZone(ZoneOffset.UTC), language);
    String summary = filled(file.header("Summary"), days);
    return new Manuscript(
        slug,
        file.optional("Story").orElse(slug),
        filled(file.header("Headline"), days),
        file.optional("Byline").orElse(""),
        published,
        file.header("Section"),
        file.list("Tags"),
        file.optional("Picture").orElse(""),
        file.optional("Caption").orElse(""),
        summary,
        file.optional("Later-summary").orElse(summary),
        file.optional("Wall").isPresent(),
        blocks(filled(file.body(), days)));
  }

  private static String filled(String text, Scope days) {
    return Template.of(text).fill(days);
  }

  private static Scope days(ZonedDateTime published, Locale language) {
    DateTimeFormatter weekday = DateTimeFormatter.ofPattern("EEEE", language);
    return Scope.empty()
        .put("weekday", weekday.format(published))
        .put("next-weekday", weekday.format(published.plusDays(1)));
  }

  /** Blocks are parted by empty lines; a line {@code ---} starts a new page. */
  private static List<Block> blocks(String body) {
    List<Block> blocks = new ArrayList<>();
    int page = 1;
    for (String written : body.split("\n\\s*\n")) {
      if (written.strip().equals("---")) {
        page++;
      } else if (!written.isBlank()) {
        blocks.add(Block.read(written.strip().replace('\n', ' '), page));
      }
    }
    return List.copyOf(blocks);
  }

  int pages() {
    return blocks.isEmpty() ? 1 : blocks.getLast().page();
  }

  List<Block> blocks(Edition edition) {
    return blocks.stream().filter(block -> block.isIn(edition)).toList();
  }

  boolean changesIn(Edition edition) {
    return edition == Edition.CORRECTED && blocks.stream().anyMatch(Block::late);
  }

  String summary(Edition edition) {
    return edition == Edition.CORRECTED ? laterSummary : summary;
  }

  /** Minutes that reading takes, never less than one. */
  int minutes() {
    int words = blocks.stream().mapToInt(block -> block.text().split(" ").length).sum();
    return Math.max(1, words / 230);
  }
}
