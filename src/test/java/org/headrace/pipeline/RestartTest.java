package org.headrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.headrace.clean.HtmlCleaner;
import org.headrace.fingerprint.Fingerprints;
import org.headrace.group.GroupSettings;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Entry;
import org.headrace.model.Every;
import org.headrace.model.FullText;
import org.headrace.model.HostTurn;
import org.headrace.model.NextPoll;
import org.headrace.model.PlainText;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.StoryId;
import org.headrace.model.TextOrigin;
import org.headrace.store.ArticleWork;
import org.headrace.store.Polled;
import org.headrace.store.PolledEntry;
import org.headrace.store.ReadArticle;
import org.headrace.store.Store;
import org.headrace.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops the program in the midst of its decisions, and goes on. */
class RestartTest {
  private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
  private static final Duration STEP = Duration.ofHours(3);
  static final int ARTICLES = 90;

  @TempDir Path folder;

  private static final String[] WORDS =
      ("harbour bridge council water stone vessel engine ferry north signal market minister"
              + " school summer report valley lantern copper orchard railway winter castle garden")
          .split(" ");

  /** Every third article is a copy of one before, some of them cut; all of a source end alike. */
  private static String text(int number) {
    Random random = new Random(number % 3 == 2 ? number - 1 - number % 7 : number);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(i % 30 == 29 ? "\n" : " ");
    }
    int end = number % 9 == 2 ? text.length() / 2 : text.length();
    return text.substring(0, end) + "\nWrite to the desk of paper " + number % 4 + " with news.";
  }

  private static String title(int number) {
    Random random = new Random(number);
    return WORDS[random.nextInt(WORDS.length)]
        + " "
        + WORDS[random.nextInt(WORDS.length)]
        + " of day "
        + number;
  }

  private static Source source() {
    return new Source(
        "Paper",
        URI.create("https://paper.example/feed"),
        List.of(),
        new Every.Fixed(STEP),
        FullText.AUTO,
        false,
        List.of());
  }

  /** Groups the articles from one on, until before another, in a store opened anew. */
  private static List<Long> group(Path store, int from, int to) {
    return group(new StoreSettings(store.toString()), from, to);
  }

  static List<Long> group(StoreSettings store, int from, int to) {
    AtomicInteger now = new AtomicInteger(from);
    List<Long> stories = new ArrayList<>();
    try (Store open = Store.open(store)) {
      StoryGrouper grouper =
          new StoryGrouper(open, GroupSettings.USUAL, () -> at(now.get()), event -> {});
      for (int i = from; i < to; i++) {
        now.set(i);
        ArticleId article = read(open, i);
        StoryId story = grouper.group(article).getFirst();
        stories.add(story.value());
      }
    }
    return stories;
  }

  /** Lets so many wait, then sends one message for each, as many times over. */
  private static List<Long> groupTogether(Path store, int atOnce) {
    AtomicInteger now = new AtomicInteger();
    Map<ArticleId, Integer> numbers = new LinkedHashMap<>();
    Map<Integer, Long> stories = new TreeMap<>();
    Set<StoryId> told = new HashSet<>();
    Set<StoryId> returned = new HashSet<>();
    try (Store open = Store.open(new StoreSettings(store.toString()))) {
      StoryGrouper grouper =
          new StoryGrouper(
              open,
              GroupSettings.USUAL,
              () -> at(now.get()),
              event -> told.add(((Journal.Grouped) event).story()));
      for (int from = 0; from < ARTICLES; from += atOnce) {
        for (int i = from; i < Math.min(ARTICLES, from + atOnce); i++) {
          now.set(i);
          numbers.put(read(open, i), i);
        }
        numbers.keySet().forEach(id -> returned.addAll(grouper.group(id)));
      }
      assertEquals(told, returned);
      assertEquals(0, open.articles().unfinished(at(ARTICLES)));
      open.stories()
          .since(0, Instant.MIN, ARTICLES)
          .forEach(one -> stories.put(numbers.get(one.article()), one.story().value()));
    }
    return List.copyOf(stories.values());
  }

  static Instant at(int step) {
    return START.plus(STEP.multipliedBy(step));
  }

  static ArticleId read(Store store, int number) {
    store.sources().sync(List.of(source()), at(number));
    HostTurn turn = store.turns().claim(1, Duration.ofMinutes(9), at(number)).getFirst();
    Entry entry = Entry.builder().id("entry " + number).title(title(number)).build();
    PollState state = PollState.NEW;
    NextPoll next = new NextPoll(at(number + 1), STEP, "every three hours");
    Polled polled =
        new Polled(List.of(new PolledEntry(entry.id(), number, entry)), state, next, Duration.ZERO);
    ArticleId id = store.turns().complete(turn, polled, at(number)).orElseThrow().getFirst();
    ArticleWork work = store.articles().claim(id, STEP, at(number)).orElseThrow();
    assertTrue(store.articles().keep(work, read(work, number), at(number)));
    return id;
  }

  private static ReadArticle read(ArticleWork work, int number) {
    String text = text(number);
    Article article =
        new Article(
            work.id(),
            work.source().id(),
            work.source().name(),
            work.entry().id(),
            Optional.empty(),
            new PlainText(work.entry().title()),
            List.of(),
            HtmlCleaner.clean("<p>" + text + "</p>", URI.create("https://paper.example/")),
            text,
            PlainText.EMPTY,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            "en",
            PlainText.EMPTY,
            Optional.of(at(number)),
            Optional.empty(),
            work.seen(),
            TextOrigin.FEED,
            "");
    return new ReadArticle(article, "", "", Fingerprints.of(work.entry().title(), article.text()));
  }

  /** Stories by the number of their first article: ids themselves depend on the clock. */
  static List<Integer> firsts(List<Long> stories) {
    return stories.stream().map(stories::indexOf).toList();
  }

  @Test
  void deciding_about_many_at_once_gives_the_same_stories() {
    List<Integer> oneByOne = firsts(group(folder.resolve("one"), 0, ARTICLES));
    assertEquals(oneByOne, firsts(groupTogether(folder.resolve("seven"), 7)));
    assertEquals(oneByOne, firsts(groupTogether(folder.resolve("all"), ARTICLES)));
  }

  @Test
  void stopping_in_the_midst_and_going_on_gives_the_same_stories() {
    List<Integer> inOneGo = firsts(group(folder.resolve("one"), 0, ARTICLES));
    List<Long> inParts = new ArrayList<>();
    for (int from = 0; from < ARTICLES; from += 15) {
      inParts.addAll(group(folder.resolve("parts"), from, from + 15));
    }
    assertEquals(inOneGo, firsts(inParts));
    long begun = inOneGo.stream().distinct().count();
    assertTrue(begun > ARTICLES / 2 && begun < ARTICLES, begun + " stories");
  }
}
