package org.headrace.extract.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.extract.site.SiteConfig.Edit;
import org.headrace.extract.site.SiteConfig.Replacement;
import org.junit.jupiter.api.Test;

class SiteConfigReaderTest {
  private static SiteConfigReader.Read read(String text) {
    return SiteConfigReader.read("paper.example.txt", "rules/paper.example.txt", text);
  }

  private static List<String> faults(String text) {
    return read(text).faults().stream().map(RuleFault::toString).toList();
  }

  @Test
  void every_directive_of_the_form_is_known() {
    SiteConfigReader.Read read =
        read(
            """
            # a paper of the coast
            title: //h1
            author: //a[@rel='author']
            date: //time/@datetime
            body: //div[@id='story']
            strip: //aside
            strip_attr: //img/@srcset
            strip_id_or_class: promo
            strip_image_src: "/pixel/"
            dissolve: //font
            wrap_in(blockquote): //div[@class='quote']
            move_into(//div[@id='story']): //div[@id='coda']
            src_lazy_load_attr: data-full
            find_string: <amp-img
            replace_string: <img
            replace_string(</amp-img>): <!-- -->
            single_page_link: //a[@class='all']
            if_page_contains: //div[@class='pager']
            single_page_link_in_feed: //b/a
            next_page_link: //a[@rel='next']
            native_ad_clue: //meta[@name='sponsor']
            http_header(referer): https://paper.example/
            prune: no
            tidy: yes
            parser: html5lib
            autodetect_on_failure: no
            autodetect_next_page: no
            skip_json_ld: yes
            insert_detected_image: no
            convert_double_br_tags: yes
            strip_comments: no
            footnotes: yes
            test_url: https://paper.example/2026/a
            test_contains: a crack in its third arch
            test_contains: for carts and cars
            """);

    assertEquals(List.of(), read.faults());
    SiteConfig config = read.config();
    assertEquals("//h1", config.title().getFirst().toString());
    assertEquals(1, config.author().size() * config.published().size() * config.body().size());
    assertEquals(5, config.edits().size());
    assertTrue(config.edits().get(3) instanceof Edit.Wrap wrap && wrap.tag().equals("blockquote"));
    assertEquals(List.of("promo"), config.stripWords());
    assertEquals(List.of("/pixel/"), config.stripImages());
    assertEquals(
        List.of(new Replacement("<amp-img", "<img"), new Replacement("</amp-img>", "<!-- -->")),
        config.replacements());
    assertTrue(config.wholeView().getFirst().condition().isPresent());
    assertTrue(config.nextPage().getFirst().condition().isEmpty());
    assertEquals(Map.of("referer", "https://paper.example/"), config.headers());
    assertEquals(Optional.of(false), config.prune());
    assertEquals(Optional.of(false), config.guess());
    assertEquals(Optional.of(false), config.linkedData());
    assertEquals(Optional.of(false), config.leadImage());
    assertEquals(
        List.of("a crack in its third arch", "for carts and cars"),
        config.tests().getFirst().contains());
  }

  @Test
  void a_broken_path_is_told_with_its_line_and_the_rest_works() {
    SiteConfigReader.Read read = read("title: //h1\nbody: //div[@id=\nbody: //article\n");

    assertEquals(1, read.faults().size());
    assertEquals(2, read.faults().getFirst().line());
    assertTrue(read.faults().getFirst().broken());
    assertTrue(read.faults().getFirst().toString().startsWith("rules/paper.example.txt:2: "));
    assertEquals(1, read.config().body().size());
  }

  @Test
  void what_is_not_known_is_told_and_is_no_fault_of_the_rest() {
    SiteConfigReader.Read read = read("bdy: //article\ntitle: //h1\nsomething\n");

    assertEquals(
        List.of(
            "rules/paper.example.txt:1: unknown directive \"bdy\"",
            "rules/paper.example.txt:3: \"something\" is no directive: it has no colon"),
        read.faults().stream().map(RuleFault::toString).toList());
    assertEquals(1, read.config().title().size());
  }

  @Test
  void functions_beyond_the_language_are_refused() {
    assertEquals(1, faults("body: document('file:///etc/passwd')").size());
    assertEquals(1, faults("body: //a[contain(., 'x')]").size());
    assertEquals(1, faults("body: //a[$x]").size());
    assertEquals(1, faults("body: //a[contains(.)]").size());
  }

  @Test
  void the_program_says_itself_who_it_is_and_no_header_reaches_for_a_secret() {
    SiteConfigReader.Read read =
        read(
            """
            http_header(User-Agent): Somebody else
            http_header(Authorization): Basic eDp5
            http_header(x-key): ${env:HOME}
            http_header(cookie): consent=1
            """);

    assertEquals(3, read.faults().size());
    assertEquals(Map.of("cookie", "consent=1"), read.config().headers());
  }

  @Test
  void a_text_sought_without_another_in_its_place_is_told() {
    assertEquals(
        List.of("rules/paper.example.txt:1: this find_string has no replace_string"),
        faults("find_string: <b>\nbody: //article"));
    assertEquals(
        List.of("rules/paper.example.txt:1: replace_string without a find_string before it"),
        faults("replace_string: <b>"));
  }

  @Test
  void a_path_that_is_nested_without_end_is_refused_in_time() {
    assertEquals(1, faults("body: " + "(".repeat(3_000) + "1" + ")".repeat(3_000)).size());
    assertEquals(1, faults("body: //a" + "[".repeat(500) + "b" + "]".repeat(500)).size());
    assertTrue(faults("body: " + "-".repeat(3_900) + "1").size() <= 1);
  }
}
