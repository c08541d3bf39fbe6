package org.headrace.demo;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a reader must find in the combined feed after a full round. All texts are plain and stand
 * there word for word.
 *
 * @param stories each distinct story once, copies joined
 * @param magazine the page that repeats its headline and is full of furniture
 * @param shared the story that three outlets carry
 * @param edited the article that changes after the first poll
 * @param multiPage the article on several pages
 * @param walled the article whose page shows a consent text only
 */
public record Expected(
    List<Story> stories,
    Whole magazine,
    Story shared,
    Edited edited,
    MultiPage multiPage,
    Walled walled) {

  /**
   * One story.
   *
   * @param titles one for each copy, in the order of outlets; one of them is to be shown
   * @param outlets names of the outlets that carry it
   */
  public record Story(List<String> titles, List<String> outlets) {
    public Story {
      titles = List.copyOf(titles);
      outlets = List.copyOf(outlets);
    }
  }

  /** An article's text: nothing but these paragraphs may come out. */
  public record Whole(String headline, String byline, List<String> paragraphs) {
    public Whole {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /**
   * @param sentence comes in with the second poll
   * @param laterSummary what the feed says from then on
   */
  public record Edited(String headline, String sentence, String laterSummary) {}

  /**
   * @param firsts first sentence of each page
   * @param lasts last sentence of each page
   */
  public record MultiPage(String headline, List<String> firsts, List<String> lasts) {
    public MultiPage {
      firsts = List.copyOf(firsts);
      lasts = List.copyOf(lasts);
    }
  }

  /**
   * @param summary the feed's own, to be shown instead of the page
   */
  public record Walled(String headline, String summary) {}

  public Expected {
    stories = List.copyOf(stories);
  }

  /** How many stories are published after a full round. */
  public int count() {
    return stories.size();
  }

  /** One title for each story: the first outlet's. */
  public List<String> titles() {
    return stories.stream().map(story -> story.titles().getFirst()).toList();
  }

  static Expected of(List<Paper> press) {
    List<Story> stories = stories(press);
    return new Expected(
        stories,
        whole(magazine(press)),
        stories.stream().filter(story -> story.outlets().size() > 1).findFirst().orElseThrow(),
        edited(only(press, article -> article.changesIn(Edition.CORRECTED))),
        multiPage(only(press, article -> article.pages() > 1)),
        walled(only(press, Manuscript::wall)));
  }

  private static List<Story> stories(List<Paper> press) {
    Map<String, Story> stories = new LinkedHashMap<>();
    for (Paper paper : press) {
      for (Manuscript article : paper.articles()) {
        Story copy = new Story(List.of(article.headline()), List.of(paper.name()));
        stories.merge(article.story(), copy, Expected::joined);
      }
    }
    return List.copyOf(stories.values());
  }

  private static Story joined(Story one, Story other) {
    return new Story(both(one.titles(), other.titles()), both(one.outlets(), other.outlets()));
  }

  private static List<String> both(List<String> one, List<String> other) {
    List<String> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  /** The article that its outlet's file names as the furnished magazine page. */
  private static Manuscript magazine(List<Paper> press) {
    Set<String> named =
        press.stream()
            .flatMap(paper -> paper.settings().optional("Furnished-page").stream())
            .collect(Collectors.toSet());
    return only(press, article -> named.contains(article.slug()));
  }

  private static Manuscript only(List<Paper> press, Predicate<Manuscript> kind) {
    return press.stream()
        .flatMap(paper -> paper.articles().stream())
        .filter(kind)
        .findFirst()
        .orElseThrow();
  }

  private static Whole whole(Manuscript article) {
    return new Whole(
        article.headline(),
        article.byline(),
        article.blocks(Edition.FIRST).stream().map(Block::text).toList());
  }

  private static Edited edited(Manuscript article) {
    Block late = article.blocks().stream().filter(Block::late).findFirst().orElseThrow();
    return new Edited(
        article.headline(), sentences(late.text()).getFirst(), article.summary(Edition.CORRECTED));
  }

  private static MultiPage multiPage(Manuscript article) {
    List<String> firsts = new ArrayList<>();
    List<String> lasts = new ArrayList<>();
    for (int page = 1; page <= article.pages(); page++) {
      int number = page;
      List<Block> blocks =
          article.blocks().stream().filter(block -> block.page() == number).toList();
      firsts.add(sentences(blocks.getFirst().text()).getFirst());
      lasts.add(sentences(blocks.getLast().text()).getLast());
    }
    return new MultiPage(article.headline(), firsts, lasts);
  }

  private static Walled walled(Manuscript article) {
    return new Walled(article.headline(), article.summary());
  }

  private static List<String> sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      sentences.add(text.substring(start, end).strip());
      start = end;
    }
    return sentences;
  }
}
