package org.headrace.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.headrace.model.ArticleRules;
import org.headrace.model.Every;
import org.headrace.model.FullText;
import org.headrace.model.PageRules;
import org.headrace.model.Quiet;
import org.headrace.model.Rule;
import org.headrace.model.Rule.Condition;
import org.headrace.model.Rule.Effect;
import org.headrace.model.Rule.Field;
import org.headrace.model.Source;
import org.junit.jupiter.api.Test;

class SourcesFileTest {

  @Test
  void a_bare_list_of_addresses_is_enough() {
    Reading<List<Source>> reading =
        SourcesFile.read(
            "sources.yaml", "- https://paper.example/feed\n- http://blog.example/rss\n");

    assertEquals(List.of(), reading.faults());
    Source first = reading.value().orElseThrow().getFirst();
    assertEquals("paper.example", first.name());
    assertEquals(new Every.Auto(), first.every());
    assertEquals(FullText.AUTO, first.fullText());
    assertFalse(first.privateNetwork());
  }

  @Test
  void the_long_form_says_more() {
    Source source =
        SourcesFile.read(
                "sources.yaml",
                """
                sources:
                  - name: Local paper
                    url: https://paper.example/feed
                    topics: [local, sports]
                    every: 1h30m
                    fulltext: always
                    private-network: allow
                  - url: https://radio.example/feed
                    every: "0 0 7 * * ?"
                    zone: Europe/Berlin
                """)
            .value()
            .orElseThrow()
            .getFirst();

    assertEquals("Local paper", source.name());
    assertEquals(List.of("local", "sports"), source.topics());
    assertEquals(new Every.Fixed(Duration.ofMinutes(90)), source.every());
    assertEquals(FullText.ALWAYS, source.fullText());
    assertTrue(source.privateNetwork());
  }

  @Test
  void a_source_can_be_kept_from_hubs() {
    Reading<List<Source>> reading =
        SourcesFile.read(
            "sources.yaml",
            "- {url: 'https://radio.example/a', push: off}\n"
                + "- {url: 'https://radio.example/b', push: auto}\n"
                + "- https://radio.example/c\n");
    assertEquals(
        List.of(true, false, false),
        reading.value().orElseThrow().stream().map(Source::pollOnly).toList());
  }

  @Test
  void quiet_hours_are_read_in_the_zone_of_the_source() {
    Reading<List<Source>> reading =
        SourcesFile.read(
            "sources.yaml",
            "- {url: 'https://radio.example/feed', quiet: 23:00-06:00, zone: Europe/Berlin}");
    assertEquals(
        Optional.of(new Quiet(LocalTime.of(23, 0), LocalTime.of(6, 0), ZoneId.of("Europe/Berlin"))),
        reading.value().orElseThrow().getFirst().quiet());
  }

  @Test
  void quiet_hours_written_otherwise_are_corrected() {
    Reading<List<Source>> reading =
        SourcesFile.read("sources.yaml", "- {url: 'https://radio.example/feed', quiet: 23-6}");
    assertEquals("23:00-06:00", reading.faults().getFirst().correction());
    assertTrue(reading.broken());
  }

  @Test
  void the_line_of_a_source_is_found_by_its_address() {
    String text = "sources:\n- https://a.example/feed\n- name: B\n  url: https://b.example/feed\n";
    assertEquals(OptionalInt.of(4), SourcesFile.line(text, URI.create("https://b.example/feed")));
    assertEquals(OptionalInt.empty(), SourcesFile.line(text, URI.create("https://c.example/feed")));
  }

  @Test
  void a_cron_expression_keeps_its_zone() {
    Source source =
        SourcesFile.read(
                "sources.yaml",
                "- {url: 'https://radio.example/feed', every: '0 0 7 * * ?', zone: Europe/Berlin}")
            .value()
            .orElseThrow()
            .getFirst();

    assertEquals(new Every.Cron("0 0 7 * * ?", ZoneId.of("Europe/Berlin")), source.every());
  }

  @Test
  void all_faults_come_at_once_with_place_and_correction() {
    Reading<List<Source>> reading =
        SourcesFile.read(
            "sources.yaml",
            """
            - name: One
              ulr: https://one.example/feed
              url: https://one.example/feed
            - name: Two
              url: https://two.example/feed
              name: Zwei
            - url: https://three.example/feed
              every: 30 minutes
            - url: https://four.example/feed
              every: 0 61 * * * ?
            - htps://five.example/feed
            """);

    assertTrue(reading.value().isEmpty());
    assertEquals(
        List.of(
            "2:3 unknown-key url",
            "6:3 duplicate-key ",
            "8:10 not-a-duration 30m",
            "10:10 bad-cron ",
            "11:3 not-an-address https://five.example/feed"),
        reading.faults().stream().map(SourcesFileTest::brief).toList());
  }

  @Test
  void a_page_has_selectors_for_its_entries() {
    Source source =
        SourcesFile.read(
                "sources.yaml",
                """
                - url: https://club.example/news
                  page: {entry: article.teaser, link: a.headline, published: .date}
                - https://paper.example/feed
                """)
            .value()
            .orElseThrow()
            .getFirst();

    assertEquals(
        Optional.of(new PageRules("article.teaser", "a.headline", "", ".date", "")), source.page());
  }

  @Test
  void a_selector_that_is_none_is_told_with_its_place() {
    Reading<List<Source>> reading =
        SourcesFile.read(
            "sources.yaml",
            """
            - url: https://club.example/news
              page:
                entry: article[
                titel: h2
            - url: https://club.example/old
              page: {link: a}
            """);

    assertEquals(
        List.of("3:12 bad-selector ", "4:5 unknown-key title", "6:9 missing-key "),
        reading.faults().stream().map(SourcesFileTest::brief).toList());
  }

  @Test
  void rules_keep_their_lines_and_their_order() {
    Source source =
        SourcesFile.read(
                "sources.yaml",
                """
                - url: https://one.example/feed
                  drop:
                    - title: /^(Sponsored|Ad)\\b/i
                      shorter-than: 50
                    - category: [Horoscope, Sudoku]
                  keep:
                    - {language: de, longer-than: 300, older-than: 1d12h}
                """)
            .value()
            .orElseThrow()
            .getFirst();

    assertEquals(
        List.of(
            new Rule(
                Effect.DROP,
                3,
                List.of(
                    new Condition.Has(Field.TITLE, List.of("/^(Sponsored|Ad)\\b/i")),
                    new Condition.ShorterThan(50))),
            new Rule(
                Effect.DROP,
                5,
                List.of(new Condition.Has(Field.CATEGORY, List.of("Horoscope", "Sudoku")))),
            new Rule(
                Effect.KEEP,
                7,
                List.of(
                    new Condition.Has(Field.LANGUAGE, List.of("de")),
                    new Condition.LongerThan(300),
                    new Condition.OlderThan(Duration.ofHours(36))))),
        source.rules());
  }

  @Test
  void all_faults_of_rules_come_at_once() {
    Reading<List<Source>> reading =
        SourcesFile.read(
            "sources.yaml",
            """
            - url: https://one.example/feed
              drop:
                - titel: Sponsored
                - category: [Horoscope, '/Sudo(ku/']
                - title: /Sponsored/gi
                - title: /^Sponsored
                - title: ""
                - {}
                - author: []
                - older-than: 7 days
                - shorter-than: many
              keep:
                language: de
            """);

    assertEquals(
        List.of(
            "3:7 unknown-key title",
            "4:31 bad-regex ",
            "5:25 bad-regex ",
            "6:14 bad-regex ",
            "7:14 not-allowed ",
            "8:7 missing-key ",
            "9:15 not-allowed ",
            "10:19 not-a-duration 7d",
            "11:21 wrong-type ",
            "13:5 wrong-type "),
        reading.faults().stream().map(SourcesFileTest::brief).toList());
  }

  @Test
  void a_bad_expression_is_shown_at_its_bad_part() {
    Reading<List<Source>> reading =
        SourcesFile.read(
            "s.yaml", "- url: https://one.example/feed\n  drop:\n    - title: /^Ad [z-a]/i\n");

    assertEquals(
        """
        s.yaml:3:20  error  this is not a regular expression: invalid character class range in z-a  [bad-regex]
            3 |     - title: /^Ad [z-a]/i
              |                    ^^^
        """,
        FaultReport.of(reading.faults(), reading.text()));
  }

  @Test
  void a_fault_is_shown_with_its_line_and_a_caret() {
    Reading<List<Source>> reading =
        SourcesFile.read("sources.yaml", "- url: https://one.example/feed\n  fulltext: allways\n");

    assertEquals(
        """
        sources.yaml:2:13  error  fulltext must be never, auto or always, not "allways"  [not-allowed]
            2 |   fulltext: allways
              |             ^^^^^^^ did you mean "always"?
        """,
        FaultReport.of(reading.faults(), reading.text()));
    assertEquals("1 error, 0 warnings", FaultReport.tally(reading.faults()));
  }

  @Test
  void what_is_no_yaml_says_where() {
    Reading<List<Source>> reading =
        SourcesFile.read("sources.yaml", "- https://one.example/feed\n- [unclosed\n");

    assertEquals("not-yaml", reading.faults().getFirst().code());
    assertEquals(3, reading.faults().getFirst().line());
  }

  @Test
  void an_empty_file_lists_nothing() {
    assertEquals(List.of(), SourcesFile.read("sources.yaml", "# later\n").value().orElseThrow());
  }

  @Test
  void an_address_listed_twice_is_polled_once_and_said() {
    Reading<List<Source>> reading =
        SourcesFile.read("s", "- https://one.example/feed\n- https://one.example/feed\n");

    assertEquals(1, reading.value().orElseThrow().size());
    assertEquals("source-twice", reading.faults().getFirst().code());
  }

  private static String brief(Fault fault) {
    return fault.line() + ":" + fault.column() + " " + fault.code() + " " + fault.correction();
  }

  @Test
  void short_rules_say_where_the_article_is() {
    Source source =
        SourcesFile.read(
                "sources.yaml",
                """
                - url: https://paper.example/feed
                  article: {body: div.story, remove: ".promo, aside", title: h1, published: time}
                """)
            .value()
            .orElseThrow()
            .getFirst();

    assertEquals(
        Optional.of(new ArticleRules("div.story", ".promo, aside", "h1", "", "time")),
        source.article());
  }

  @Test
  void a_short_rule_that_is_no_selector_is_told_with_its_place() {
    Fault fault =
        SourcesFile.read(
                "sources.yaml",
                """
                - url: https://paper.example/feed
                  article:
                    body: "div[[story"
                    remove: aside
                """)
            .faults()
            .getFirst();

    assertEquals(3, fault.line());
    assertEquals(11, fault.column());
    assertEquals("bad-selector", fault.code());
  }

  @Test
  void a_short_rule_cannot_be_written_to_run_for_ever() {
    Reading<List<Source>> reading =
        SourcesFile.read(
            "sources.yaml",
            """
            - url: https://paper.example/feed
              article: {body: "div:has(div:has(p))"}
            """);

    assertTrue(reading.broken());
    assertTrue(reading.faults().getFirst().message().endsWith("it has more than one :has()"));
  }

  @Test
  void article_without_a_key_or_with_an_unknown_one_is_a_fault() {
    assertTrue(
        SourcesFile.read("s", "- {url: 'https://paper.example/feed', article: {}}").broken());
    Fault fault =
        SourcesFile.read("s", "- {url: 'https://paper.example/feed', article: {boddy: p}}")
            .faults()
            .getFirst();
    assertEquals("unknown-key", fault.code());
    assertEquals("body", fault.correction());
  }
}
