package org.headrace.group;

import static org.headrace.group.Newsroom.article;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;
import org.headrace.model.Grouping;
import org.headrace.model.StoryId;
import org.junit.jupiter.api.Test;

class StoryIndexTest {
  private static final String HARBOUR = "Harbour bridge closed after inspectors find cracked cable";
  private static final String HARBOUR_LEAD =
      "Engineers closed the old harbour bridge on Monday after an inspection found a crack in one"
          + " of the cables that carry the western span, the city said. Ferries will run every ten"
          + " minutes until the cable has been replaced.";
  private static final String HARBOUR_REST =
      "\nAbout 48,000 people cross the bridge on a working day. The mayor, Ines Halvorsen, told a"
          + " meeting in the town hall that nobody had been in danger and that the work would take"
          + " six weeks at most. \"We would rather have queues than doubts,\" she said."
          + "\nThe bridge was opened in 1931 and last repaired eleven years ago, when two of its"
          + " bearings were changed. A second inspection of the eastern span begins on Thursday."
          + "\nShopkeepers on the northern bank fear for their trade. The chamber of commerce asked"
          + " the city to forgo parking fees near the ferry piers while the bridge stays shut.";
  private static final String HARBOUR_TEXT = HARBOUR_LEAD + HARBOUR_REST;
  private static final String VINEYARD_TEXT =
      "Winegrowers along the upper river have begun to pick their grapes three weeks earlier than"
          + " usual because of the warm spring. Cellar master Tomas Brandt expects a small harvest"
          + " of high quality, with more sugar than in any year since records began."
          + "\nThe growers' union said that pickers were hard to find so early in the season and"
          + " that some estates had asked students of the nearby college for help.";

  private final Newsroom room = new Newsroom();

  private static void assertJoins(long story, String rule, Grouping grouping) {
    Grouping.Joins joins = assertInstanceOf(Grouping.Joins.class, grouping, grouping.toString());
    assertEquals(rule, joins.rule());
    assertEquals(new StoryId(story), joins.story());
  }

  private static void assertBegins(Grouping grouping) {
    assertInstanceOf(Grouping.Begins.class, grouping, grouping.toString());
  }

  @Test
  void what_is_new_begins_a_story() {
    assertBegins(room.arrives(article(1, 1, 0, HARBOUR, HARBOUR_TEXT)));
    assertBegins(room.arrives(article(2, 2, 1, "Early grape harvest on the river", VINEYARD_TEXT)));
  }

  @Test
  void the_same_address_joins_whatever_was_edited() {
    room.arrives(article(1, 1, 0, "s1.example/a", "", HARBOUR, HARBOUR_TEXT));
    assertJoins(
        1,
        "same-link",
        room.arrives(article(2, 2, 2, "s1.example/a", "", "Bridge shut", HARBOUR_LEAD)));
  }

  @Test
  void a_page_that_changes_whole_every_day_begins_a_story_every_day() {
    room.arrives(article(1, 1, 0, "s1.example/morning", "", "Morning briefing", HARBOUR_TEXT));
    assertBegins(
        room.arrives(
            article(2, 1, 24, "s1.example/morning", "", "Morning briefing", VINEYARD_TEXT)));
  }

  @Test
  void a_feed_whose_entries_all_link_home_keeps_its_stories_apart() {
    room.arrives(article(1, 1, 0, "s1.example", "", HARBOUR, HARBOUR_TEXT));
    assertBegins(
        room.arrives(
            article(2, 1, 1, "s1.example", "", "Early grape harvest on the river", VINEYARD_TEXT)));
  }

  @Test
  void the_address_a_page_calls_its_own_joins() {
    room.arrives(article(1, 1, 0, "s1.example/a", "", HARBOUR, HARBOUR_TEXT));
    assertJoins(
        1,
        "same-canonical",
        room.arrives(article(2, 2, 3, "s2.example/b", "s1.example/a", "Bridge shut", "")));
  }

  @Test
  void the_same_text_joins_under_another_headline() {
    room.arrives(article(1, 1, 0, HARBOUR, HARBOUR_TEXT));
    assertJoins(
        1,
        "same-text",
        room.arrives(article(2, 2, 5, "Cracked cable shuts harbour bridge", HARBOUR_TEXT)));
  }

  @Test
  void an_edited_copy_joins_and_says_how_much_is_shared() {
    room.arrives(article(1, 1, 0, HARBOUR, HARBOUR_TEXT));
    String edited =
        "By our reporter\n"
            + HARBOUR_TEXT.replace("Engineers closed", "Workers have shut").replace("fear", "worry")
            + "\nSign up for the evening letter.";
    Grouping grouping =
        room.arrives(article(2, 2, 2, "Harbour bridge shut after crack is found", edited));
    assertJoins(1, "near-copy", grouping);
    assertTrue(
        grouping.detail().matches("Shares \\d\\d% of its text with “Harbour.*”[.]"),
        grouping.detail());
  }

  @Test
  void a_teaser_of_the_text_joins() {
    room.arrives(article(1, 1, 0, HARBOUR, HARBOUR_TEXT));
    assertJoins(1, "near-copy", room.arrives(article(2, 2, 2, HARBOUR, HARBOUR_LEAD)));
  }

  @Test
  void the_next_bulletin_of_a_series_begins_a_story() {
    String bulletin =
        "Lake level report. The surface of the northern reservoir stood at %s metres this morning,"
            + " after %s metres a day earlier. Inflow was %s cubic metres a second, and %s gates of"
            + " the dam were open. The next report follows at noon.";
    String title = "Reservoir level report";
    room.arrives(article(1, 1, 0, title, bulletin.formatted("211.40", "211.35", "84", "2")));
    assertBegins(
        room.arrives(article(2, 1, 24, title, bulletin.formatted("210.95", "211.40", "61", "5"))));
    assertBegins(
        room.arrives(article(3, 1, 48, title, bulletin.formatted("210.12", "210.95", "47", "7"))));
  }

  @Test
  void a_headline_alone_joins_the_article_under_it() {
    room.arrives(article(1, 1, 0, HARBOUR, HARBOUR_TEXT));
    assertJoins(1, "same-title", room.arrives(article(2, 2, 4, HARBOUR + " - Ferry Post", "")));
    assertJoins(1, "same-title", room.arrives(article(3, 3, 5, "Update: " + HARBOUR, "")));
  }

  @Test
  void headlines_with_other_figures_are_of_other_stories() {
    room.arrives(article(1, 1, 0, "Ferry line 3 stopped by storm until evening", ""));
    assertBegins(room.arrives(article(2, 2, 1, "Ferry line 5 stopped by storm until evening", "")));
  }

  @Test
  void headlines_over_two_texts_prove_nothing() {
    room.arrives(article(1, 1, 0, "Five things worth your time today", HARBOUR_TEXT));
    assertBegins(
        room.arrives(article(2, 2, 1, "Five things worth your time today", VINEYARD_TEXT)));
  }

  @Test
  void the_text_of_a_paywall_joins_nothing() {
    String wall =
        "Subscribe to read on. Already with us? Log in here. Cancel at any time you like.";
    room.arrives(article(1, 1, 0, HARBOUR, wall));
    assertBegins(room.arrives(article(2, 1, 1, "Early grape harvest on the river", wall)));
    assertBegins(room.arrives(article(3, 2, 1, "Team wins the final in extra time", wall)));
  }

  @Test
  void what_every_text_of_a_source_ends_with_is_no_part_of_it() {
    String about =
        "\nAbout Northlight Instruments. Northlight Instruments makes sensors for ships, harbours"
            + " and weather stations and employs some 900 people on three continents. Its shares"
            + " are traded in Oslo and Toronto. For more see the pages for investors, where the"
            + " reports of the last ten years and the dates of coming meetings are kept.";
    String[] news = {
      "Northlight has opened a plant for tide gauges beside its yard in the south of the country.",
      "The board names Ruth Okafor head of research; she follows Per Lind, who retires in summer.",
      "An order for four hundred buoys comes from the coast guard, to be delivered by next spring.",
      "Quarterly sales were flat as a strong currency ate what new customers in Asia had brought."
    };
    String[] titles = {
      "Northlight opens tide gauge plant",
      "Okafor to lead Northlight research",
      "Coast guard orders Northlight buoys",
      "Northlight sales flat in quarter"
    };
    for (int i = 0; i < news.length; i++) {
      assertBegins(room.arrives(article(i + 1, 1, i, titles[i], news[i] + about)));
    }
  }

  @Test
  void a_match_joins_one_story_and_never_merges_two() {
    room.arrives(article(1, 1, 0, HARBOUR, HARBOUR_TEXT));
    room.learns(article(2, 2, 1, HARBOUR, HARBOUR_TEXT), new StoryId(2)); // kept apart by hand
    Grouping grouping = room.arrives(article(3, 3, 2, HARBOUR, HARBOUR_TEXT));
    assertJoins(1, "same-text", grouping);
    assertBegins(room.arrives(article(4, 4, 3, "Early grape harvest", VINEYARD_TEXT)));
  }

  @Test
  void deciding_changes_nothing() {
    Arrival arrival = article(1, 1, 0, HARBOUR, HARBOUR_TEXT);
    assertBegins(room.decides(arrival));
    assertBegins(room.decides(article(2, 2, 0, HARBOUR, HARBOUR_TEXT)));
  }

  @Test
  void a_new_version_of_an_article_takes_the_place_of_the_old_and_is_not_its_own_copy() {
    room.arrives(article(1, 1, 0, HARBOUR, HARBOUR_TEXT));
    assertBegins(room.decides(article(1, 1, 1, HARBOUR, HARBOUR_TEXT)));
    room.learns(article(1, 1, 1, "Early grape harvest", VINEYARD_TEXT), new StoryId(1));
    assertBegins(room.decides(article(2, 2, 2, HARBOUR, HARBOUR_TEXT)));
    assertJoins(
        1, "same-text", room.decides(article(3, 3, 2, "Grapes picked early", VINEYARD_TEXT)));
  }

  @Test
  void what_is_older_than_the_window_is_not_seen() {
    room.arrives(article(1, 1, 0, HARBOUR, HARBOUR_TEXT));
    assertJoins(1, "same-text", room.decides(article(2, 2, 160, HARBOUR, HARBOUR_TEXT)));
    assertBegins(room.decides(article(2, 2, 200, HARBOUR, HARBOUR_TEXT)));
  }

  @Test
  void the_window_ends_at_the_latest_article_also_for_one_that_comes_late() {
    room.arrives(article(1, 1, 0, HARBOUR, HARBOUR_TEXT));
    room.arrives(article(2, 1, 200, "Early grape harvest on the river", VINEYARD_TEXT));
    assertBegins(room.decides(article(3, 2, 49, HARBOUR, HARBOUR_TEXT)));
    assertJoins(2, "same-text", room.decides(article(4, 2, 160, "Grapes", VINEYARD_TEXT)));
  }

  @Test
  void an_article_that_is_no_longer_kept_is_joined_by_none() {
    room.arrives(article(1, 1, 0, HARBOUR, HARBOUR_TEXT));
    room.loses(1);
    assertBegins(room.decides(article(2, 2, 1, HARBOUR, HARBOUR_TEXT)));
  }

  @Test
  void an_index_that_is_told_the_window_again_decides_the_same() {
    for (int i = 0; i < 40; i++) {
      String text = i % 3 == 0 ? HARBOUR_TEXT : i % 3 == 1 ? VINEYARD_TEXT : HARBOUR_LEAD + i;
      room.arrives(article(i + 1, i % 5, i * 4, "Story " + i % 7 + " of the day in town", text));
    }
    StoryIndex again = new StoryIndex(GroupSettings.USUAL);
    Arrival next = article(99, 9, 170, HARBOUR, HARBOUR_TEXT);
    room.decided.stream()
        .filter(known -> !known.seen().isBefore(again.horizon(next.seen())))
        .forEach(again::learn);
    assertEquals(room.decides(next), room.decides(again, next));
  }

  @Test
  void each_strictness_takes_what_it_says() {
    Arrival first = article(1, 1, 0, "s1.example/a", "", HARBOUR, HARBOUR_TEXT);
    Arrival sameLink = article(2, 2, 1, "s1.example/a", "", HARBOUR, HARBOUR_TEXT);
    Arrival sameText = article(3, 2, 1, "s2.example/b", "", "Bridge shut", HARBOUR_TEXT);
    Arrival sameTitle = article(4, 2, 1, "s2.example/c", "", HARBOUR, "");
    Arrival[] all = {sameLink, sameText, sameTitle};
    for (Strictness strictness : Strictness.values()) {
      Newsroom strict = new Newsroom(strictness);
      strict.arrives(first);
      for (int i = 0; i < all.length; i++) {
        Class<?> expected = i < strictness.ordinal() ? Grouping.Joins.class : Grouping.Begins.class;
        assertInstanceOf(expected, strict.decides(all[i]), strictness + " " + i);
      }
    }
  }

  @Test
  void a_wrong_date_of_the_publisher_is_not_believed() {
    Arrival arrival = article(1, 1, 0, HARBOUR, "");
    Arrival misdated =
        new Arrival(
            new ArticleId(2),
            arrival.source(),
            "s2.example/x",
            "",
            HARBOUR,
            Optional.of(Instant.EPOCH),
            arrival.seen(),
            arrival.fingerprint());
    room.arrives(arrival);
    assertJoins(1, "same-title", room.arrives(misdated));
  }

  @Test
  void a_window_under_a_day_is_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new GroupSettings(Strictness.SAME_STORY, Duration.ofHours(3)));
  }
}
