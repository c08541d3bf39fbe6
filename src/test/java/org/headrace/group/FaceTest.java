package org.headrace.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.CleanHtml;
import org.headrace.model.PlainText;
import org.headrace.model.SourceId;
import org.headrace.model.TextOrigin;
import org.junit.jupiter.api.Test;

class FaceTest {
  private static Article article(long id, TextOrigin origin, String seen) {
    return new Article(
        new ArticleId(id),
        new SourceId(1),
        "Harbour Times",
        "entry-" + id,
        Optional.empty(),
        PlainText.EMPTY,
        List.of(),
        new CleanHtml(""),
        "",
        PlainText.EMPTY,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        "en",
        PlainText.EMPTY,
        Optional.empty(),
        Optional.empty(),
        Instant.parse(seen),
        origin,
        "");
  }

  private static long face(Article... articles) {
    return Face.of(List.of(articles)).value();
  }

  @Test
  void a_whole_text_is_shown_before_a_summary_and_a_summary_before_a_headline() {
    Article headline = article(1, TextOrigin.TITLE, "2026-03-02T06:00:00Z");
    Article summary = article(2, TextOrigin.SUMMARY, "2026-03-02T07:00:00Z");
    Article page = article(3, TextOrigin.PAGE, "2026-03-02T08:00:00Z");
    assertEquals(2, face(headline, summary));
    assertEquals(3, face(headline, summary, page));
  }

  @Test
  void of_two_whole_texts_the_earlier_is_shown() {
    Article page = article(1, TextOrigin.PAGE, "2026-03-02T09:00:00Z");
    Article feed = article(2, TextOrigin.FEED, "2026-03-02T08:00:00Z");
    assertEquals(2, face(page, feed));
  }

  @Test
  void of_two_seen_at_once_the_first_known_is_shown() {
    Article one = article(7, TextOrigin.PAGE, "2026-03-02T09:00:00Z");
    Article other = article(5, TextOrigin.PAGE, "2026-03-02T09:00:00Z");
    assertEquals(5, face(one, other));
  }

  @Test
  void a_story_without_articles_has_no_face() {
    assertThrows(IllegalArgumentException.class, () -> Face.of(List.of()));
  }
}
