package org.headrace.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Category;
import org.headrace.model.CleanHtml;
import org.headrace.model.Enclosure;
import org.headrace.model.Entry;
import org.headrace.model.FeedHead;
import org.headrace.model.Grouping;
import org.headrace.model.Link;
import org.headrace.model.Person;
import org.headrace.model.PlainText;
import org.headrace.model.PollHints;
import org.headrace.model.PollState;
import org.headrace.model.Rule;
import org.headrace.model.Source;
import org.headrace.model.StoryId;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void an_entry_with_everything_comes_back_as_it_was() {
    PollHints hints =
        new PollHints(Optional.of(Duration.ofHours(2)), Set.of(3), Set.of(DayOfWeek.SUNDAY));
    Entry entry =
        Samples.entry("key", "Title").entry().toBuilder()
            .summary("<p>\u0000 \u2028 \ud83d\ude00</p>")
            .duration(Duration.ofSeconds(90))
            .explicit(true)
            .authors(List.of(new Person("A", "a@mail.example", "")))
            .categories(List.of(Category.of("news")))
            .enclosures(
                List.of(
                    new Enclosure("https://a.example/1.mp3", "audio/mpeg", OptionalLong.of(12)),
                    new Enclosure("https://a.example/2.mp3", "", OptionalLong.empty())))
            .links(List.of(new Link("alternate", "https://a.example/", "", "", "de", "")))
            .origin(FeedHead.builder().title("Origin").hints(hints).build())
            .build();
    assertEquals(entry, Json.read(Json.write(entry), Entry.class));
  }

  @Test
  void what_a_later_program_adds_is_passed_over_and_what_is_missing_is_empty() {
    Article article = Json.read("{\"id\":7,\"later\":{\"a\":[1]},\"note\":null}", Article.class);
    assertEquals(new ArticleId(7), article.id());
    assertEquals("", article.note());
    assertEquals(PlainText.EMPTY, article.title());
    assertEquals(CleanHtml.EMPTY, article.content());
    assertEquals(List.of(), article.authors());
    assertEquals(Optional.empty(), article.published());
    PollState state = Json.read("{}", PollState.class);
    assertEquals(0, state.failures());
    assertEquals(Optional.empty(), state.interval());
  }

  @Test
  void a_decision_says_which_kind_it_is() {
    Grouping joins = new Grouping.Joins(new StoryId(1), new ArticleId(2), "rule", 0.5, "detail");
    Grouping begins = new Grouping.Begins("rule", 1, "");
    assertEquals(joins, Json.read(Json.write(joins), Grouping.class));
    assertEquals(begins, Json.read(Json.write(begins), Grouping.class));
  }

  @Test
  void a_source_keeps_its_rules_and_one_from_before_there_were_rules_has_none() {
    Source plain = Samples.source("a.example", "local");
    Rule rule =
        new Rule(
            Rule.Effect.DROP,
            3,
            List.of(
                new Rule.Condition.Has(Rule.Field.TITLE, List.of("/^Ad/i")),
                new Rule.Condition.ShorterThan(50),
                new Rule.Condition.LongerThan(0),
                new Rule.Condition.OlderThan(Duration.ofDays(7))));
    Source ruled =
        new Source(
            plain.name(),
            plain.address(),
            plain.topics(),
            plain.every(),
            plain.fullText(),
            plain.privateNetwork(),
            List.of(rule));
    assertEquals(ruled, Json.read(Json.write(ruled), Source.class));
    String before = Json.write(plain).replace(",\"rules\":[]", "");
    assertFalse(before.contains("rules"));
    assertEquals(plain, Json.read(before, Source.class));
  }

  @Test
  void what_is_no_json_is_refused_in_words() {
    assertThrows(StoreException.class, () -> Json.read("{", Article.class));
  }
}
