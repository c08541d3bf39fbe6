package org.headrace.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.CleanHtml;
import org.headrace.model.PlainText;
import org.headrace.model.Rule;
import org.headrace.model.Rule.Condition;
import org.headrace.model.Rule.Effect;
import org.headrace.model.Rule.Field;
import org.headrace.model.SourceId;
import org.headrace.model.TextOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
  private static final Instant NOW = Instant.parse("2026-03-08T08:00:00Z");
  private static final Verdict KEPT = new Verdict.Kept();

  @Test
  void without_rules_all_is_wanted() {
    assertEquals(KEPT, Filter.of(List.of()).verdict(article("Ad"), NOW));
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "ad, 'An AD for tea', true",
    "ad, 'Bread and radio', false",
    "black friday, 'Black\u00a0 Friday week', true",
    "C++, 'Why C++ stays', true",
    "C++, 'Vitamin C', false",
    "don't, 'Why we don’t', true",
    "STRASSE, 'Die Straße am Fluss', true",
    "οδος, 'Η ΟΔΟΣ', true",
    "広告, '本日の広告です', true",
    "कर, 'करना', false",
    "/^Ad\\b/, 'Ad: tea', true",
    "/^Ad\\b/, 'ad: tea', false",
    "/^Ad\\b/i, 'ad: tea', true",
    "/tea$/, 'Ad: tea', true",
  })
  void a_title_is_searched(String wanted, String title, boolean found) {
    Filter filter = Filter.of(List.of(drop(2, Field.TITLE, wanted)));

    Verdict verdict = filter.verdict(article(title), NOW);

    assertEquals(found ? new Verdict.Dropped("drop in line 2: title " + wanted) : KEPT, verdict);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "TEXT, closed on monday, true",
    "TEXT, Sudoku, false",
    "AUTHOR, Linden, true",
    "AUTHOR, /^Bo Linden$/, true",
    "CATEGORY, horoscope, true",
    "CATEGORY, /^Scope/, false",
    "LINK, /sport, true",
    "LINK, /spor, false",
    "LINK, paper.example, true",
    "LANGUAGE, de, true",
    "LANGUAGE, de-at, true",
    "LANGUAGE, at, false",
    "LANGUAGE, d, false",
  })
  void every_field_can_be_asked_for(Field field, String wanted, boolean found) {
    Verdict verdict = Filter.of(List.of(drop(2, field, wanted))).verdict(article("Bridge"), NOW);

    assertEquals(!found, verdict.equals(KEPT));
  }

  @Test
  void one_of_several_values_is_enough_and_is_named() {
    Filter filter = Filter.of(List.of(drop(7, Field.CATEGORY, "Sudoku", "Horoscope")));

    assertEquals(
        new Verdict.Dropped("drop in line 7: category Horoscope"),
        filter.verdict(article("Bridge"), NOW));
  }

  @Test
  void a_rule_needs_all_of_its_conditions() {
    Condition title = has(Field.TITLE, "bridge");
    Article article = article("Bridge"); // with a text of nine words

    assertEquals(KEPT, drops(article, title, new Condition.ShorterThan(9)));
    assertEquals(KEPT, drops(article, has(Field.TITLE, "weir"), new Condition.ShorterThan(10)));
    assertEquals(
        new Verdict.Dropped("drop in line 5: title bridge, shorter than 10 words"),
        drops(article, title, new Condition.ShorterThan(10)));
  }

  @Test
  void length_is_counted_in_words_of_the_text() {
    Article article = article("Bridge");

    assertEquals(KEPT, drops(article, new Condition.LongerThan(9)));
    assertEquals(
        new Verdict.Dropped("drop in line 5: longer than 8 words"),
        drops(article, new Condition.LongerThan(8)));
  }

  @Test
  void age_counts_from_the_publishers_date_or_else_from_when_it_was_met() {
    Condition week = new Condition.OlderThan(Duration.ofDays(7));

    assertEquals(KEPT, drops(article("A", Optional.of(NOW.minus(Duration.ofDays(7)))), week));
    assertEquals(
        new Verdict.Dropped("drop in line 5: older than 7d"),
        drops(article("A", Optional.of(NOW.minus(Duration.ofDays(8)))), week));
    assertEquals(KEPT, drops(article("A", Optional.empty()), week));
    assertEquals(
        new Verdict.Dropped("drop in line 5: older than 1h30m"),
        drops(
            article("A", Optional.of(NOW.minus(Duration.ofDays(1)))),
            new Condition.OlderThan(Duration.ofMinutes(90))));
  }

  @Test
  void with_keep_rules_what_none_of_them_matches_is_dropped() {
    Rule bridge = new Rule(Effect.KEEP, 3, List.of(has(Field.TITLE, "bridge")));
    Rule weir = new Rule(Effect.KEEP, 4, List.of(has(Field.TITLE, "weir")));

    assertEquals(KEPT, Filter.of(List.of(bridge, weir)).verdict(article("The weir"), NOW));
    assertEquals(
        new Verdict.Dropped("none of the 2 keep rules from line 3 on matches"),
        Filter.of(List.of(bridge, weir)).verdict(article("The mill"), NOW));
    assertEquals(
        new Verdict.Dropped("keep in line 3 does not match"),
        Filter.of(List.of(bridge)).verdict(article("The mill"), NOW));
  }

  @Test
  void a_drop_rule_outranks_a_keep_rule() {
    Rule keep = new Rule(Effect.KEEP, 3, List.of(has(Field.TITLE, "bridge")));

    assertEquals(
        new Verdict.Dropped("drop in line 9: title /^Sponsored/"),
        Filter.of(List.of(keep, drop(9, Field.TITLE, "/^Sponsored/")))
            .verdict(article("Sponsored: a bridge"), NOW));
  }

  @Test
  void an_article_that_says_nothing_of_a_field_does_not_match_it() {
    Article bare = article("");

    assertEquals(KEPT, drops(bare, has(Field.TITLE, "/^/")));
  }

  @Test
  void a_hostile_expression_takes_no_longer_than_the_text_is_long() {
    String title = "a".repeat(20_000) + "b";

    assertEquals(KEPT, drops(article(title), has(Field.TITLE, "/^(a*)*(a|a)*$/")));
  }

  @Test
  void a_value_that_cannot_be_used_says_why_and_where() {
    assertEquals(Optional.empty(), Filter.fault("plain words"));
    assertEquals(Optional.empty(), Filter.fault("/sport/football"));
    assertEquals(Optional.empty(), Filter.fault("/sport/i"));
    assertEquals(
        Optional.of(
            new TermFault("this is not a regular expression: missing closing ) in a(b", 1, 3)),
        Filter.fault("/a(b/"));
    assertEquals(
        Optional.of(
            new TermFault("only i may stand behind a regular expression, not \"gi\"", 4, 2)),
        Filter.fault("/ab/gi"));
    assertEquals(
        Optional.of(new TermFault("a regular expression ends with a slash, or with /i", 0, 4)),
        Filter.fault("/^ab"));
    assertEquals(
        Optional.of(new TermFault("this regular expression takes more than 10000 steps", 0, 18)),
        Filter.fault("/((a{200}){200})*/"));
    assertEquals(
        Optional.of(new TermFault("there is nothing to look for", 0, 1)), Filter.fault(""));
    assertEquals(1_001, Filter.fault("(".repeat(1_001)).orElseThrow().length());
  }

  @Test
  void a_rule_without_a_condition_is_none() {
    List<Condition> none = List.of();
    assertThrows(IllegalArgumentException.class, () -> new Rule(Effect.DROP, 1, none));
  }

  private static Verdict drops(Article article, Condition... conditions) {
    Rule rule = new Rule(Effect.DROP, 5, Arrays.asList(conditions));
    return Filter.of(List.of(rule)).verdict(article, NOW);
  }

  private static Rule drop(int line, Field field, String... values) {
    return new Rule(Effect.DROP, line, List.of(has(field, values)));
  }

  private static Condition has(Field field, String... values) {
    return new Condition.Has(field, List.of(values));
  }

  private static Article article(String title) {
    return article(title, Optional.of(NOW));
  }

  private static Article article(String title, Optional<Instant> published) {
    String text = "The bridge was closed\non Monday: 3 o’clock.\n\uD842\uDFB7";
    return new Article(
        new ArticleId(1),
        new SourceId(2),
        "Paper",
        "entry",
        Optional.of(URI.create("https://paper.example/sport/bridge")),
        new PlainText(title),
        Stream.of("A. Writer", "Bo Linden").map(PlainText::new).toList(),
        new CleanHtml("<p>" + text + "</p>"),
        text,
        PlainText.EMPTY,
        Optional.empty(),
        List.of("local"),
        Stream.of("News", "Horoscope").map(PlainText::new).toList(),
        List.of(),
        "de-AT",
        PlainText.EMPTY,
        published,
        Optional.empty(),
        NOW,
        TextOrigin.PAGE,
        "");
  }
}
