package org.headrace.publish;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.CleanHtml;
import org.headrace.model.Enclosure;
import org.headrace.model.Every;
import org.headrace.model.FullText;
import org.headrace.model.Mention;
import org.headrace.model.PlainText;
import org.headrace.model.Source;
import org.headrace.model.Story;
import org.headrace.model.StoryId;
import org.headrace.model.TextOrigin;

/** Invented sources and stories. */
public final class Samples {
  static final Source HARBOUR =
      source("Harbour Post", "https://www.harbourpost.example/rss", "Local");
  static final Source LANTERN = source("The Lantern", "https://feeds.lantern.example/all", "World");
  static final Source VALLEY =
      source("Valley Science", "https://valley.example/feed.xml", "Science");
  static final Source KETTLE =
      source("Kettle & Co", "https://kettle.example/atom", "Science", "Tech");
  static final Source TALBLATT = source("Talblatt", "https://talblatt.example/feed", "World");
  static final Source RADIO = source("Quay Radio", "https://radio.example/cast", "Local");
  static final List<Source> SOURCES = List.of(HARBOUR, LANTERN, VALLEY, KETTLE, TALBLATT, RADIO);

  private static final Instant NEWEST = Instant.parse("2025-11-03T09:40:00Z");
  private static final List<String> SENTENCES =
      List.of(
          "The council had put the question off twice, and nobody expected an answer before spring.",
          "Then a survey of the old weir turned up three sluices that appear on no plan.",
          "“We measured it again, because the first figure looked like a mistake,” said the engineer.",
          "Water that once drove eleven mills now feeds a single turbine behind the fish market.",
          "For the people on the east bank the change is small: the path stays open, the noise goes.",
          "What it will cost is less clear, since two of the four bids arrived after the deadline.",
          "A second team is repeating the work with instruments borrowed from the weather office.",
          "Until their figures are in, both sides agree on one thing: the river sets the timetable.");

  private Samples() {}

  /** Thirty stories, with all that may stand in one. {@code pictures} is where pictures are. */
  public static Publication morning(URI address, String path, String pictures) {
    List<Story> stories = new ArrayList<>();
    for (Headline headline : Headline.values()) {
      stories.add(story(headline, pictures));
    }
    List<String> topics = List.of("Local", "World", "Science", "Tech");
    return new Publication(
        "Morning Paper", address, path, stories, SOURCES, topics, "Headrace 0.1.0");
  }

  /** A story with nothing but what is needed. */
  static Story plain(long id, String title, Instant updated) {
    return Headline.MILL.story(id, title, updated);
  }

  /** A publication of some stories. */
  static Publication of(Story... stories) {
    return new Publication(
        "Test", URI.create("http://localhost:8080/"), "", List.of(stories), SOURCES, List.of(), "");
  }

  private static Story story(Headline headline, String pictures) {
    int place = headline.ordinal();
    Instant published = NEWEST.minusSeconds(place * 3_600L + place * place * 97L);
    Optional<URI> image =
        headline.pictured
            ? Optional.of(URI.create(pictures + (place % 6 + 1) + ".svg"))
            : Optional.empty();
    List<Mention> alsoIn = new ArrayList<>();
    for (Source other : SOURCES.subList(0, headline.others)) {
      if (!other.equals(headline.source)) {
        URI link = URI.create("https://" + other.address().getHost() + "/" + place);
        alsoIn.add(new Mention(other.id(), other.name(), headline.title(), Optional.of(link)));
      }
    }
    return new Story(
        new StoryId(1_000 + place),
        "tag:morning.example,2025-11-03:s/" + place,
        headline.article(image, published),
        alsoIn,
        published,
        published);
  }

  private static String text(int seed, int paragraphs) {
    StringBuilder html = new StringBuilder();
    for (int p = 0; p < paragraphs; p++) {
      html.append("<p>");
      for (int s = 0; s < 4; s++) {
        html.append(SENTENCES.get((seed + p * 3 + s) % SENTENCES.size())).append(' ');
      }
      html.append("</p>");
      if (p == 1) {
        html.append("<h2>What the plans show</h2>");
      }
      if (p == 3) {
        html.append("<blockquote><p>The river sets the timetable.</p></blockquote>");
      }
    }
    return html.toString();
  }

  static Source source(String name, String address, String... topics) {
    return new Source(
        name,
        URI.create(address),
        List.of(topics),
        new Every.Auto(),
        FullText.AUTO,
        false,
        List.of());
  }

  private enum Headline {
    WEIR(HARBOUR, "Three forgotten sluices found under the old weir", true, 4, 6),
    TRAINS(LANTERN, "Night trains return to the coast line after eleven years", true, 3, 5),
    MILL(VALLEY, "A mill wheel that listens: how sound tells when a bearing fails", true, 1, 7),
    VOTE(TALBLATT, "Gemeinderat verschiebt die Abstimmung über das Kraftwerk", false, 3, 3, "de"),
    KETTLE_1(KETTLE, "Why <video> still stutters, and what the browser can do", false, 1, 8),
    MARKET(HARBOUR, "Fish market opens an hour earlier from Monday", false, 0, 1),
    PODCAST(RADIO, "Episode 212: The woman who counts eels", true, 0, 2),
    LIGHT(LANTERN, "Lighthouse keepers’ logbooks go online", true, 1, 4),
    MOSS(VALLEY, "Moss on north walls keeps cellars drier, study finds", true, 2, 6),
    CABLE(KETTLE, "The smallest cable car in the world is looking for a driver", true, 0, 3),
    SNOW(TALBLATT, "Früher Schnee: Pass bleibt bis Freitag gesperrt", true, 2, 2, "de"),
    LIBRARY(HARBOUR, "Library lends out telescopes, and the queue is long", false, 1, 3),
    TIDE(VALLEY, "Tide tables, redone with two centuries of forgotten readings", false, 0, 5),
    BREAD(LANTERN, "Bakers agree on a common recipe for hard times", false, 2, 4),
    TYPE(KETTLE, "A typeface drawn from ferry timetables", true, 0, 4),
    OWLS(RADIO, "Episode 211: Owls in the clock tower", false, 0, 2),
    FERRY(HARBOUR, "Ferry crew pulls two canoeists from the lock", false, 3, 2),
    GLACIER(VALLEY, "Glacier stream carries less sand than models say", false, 1, 6),
    HOUSES(LANTERN, "Empty houses: what the register does not count", true, 1, 7),
    NIPPON(LANTERN, "川の水車が百年ぶりに回る", false, 0, 3, "ja"),
    SALT(KETTLE, "Salt, heat & patience: storing summer in a cellar", false, 0, 5),
    CHOIR(HARBOUR, "Choir of four hundred sings under the railway bridge", false, 0, 2),
    TAX(TALBLATT, "Neue Abgabe auf Wasserrechte: wer zahlt, wer nicht", false, 1, 4, "de"),
    BEES(VALLEY, "Bees prefer the tram line: a map of 900 hives", false, 1, 4),
    MAPS(KETTLE, "Maps that forget on purpose", false, 0, 6),
    STRIKE(LANTERN, "Dock strike ends with a handshake and a long list", false, 2, 3),
    ROOF(HARBOUR, "Station roof passes its load test", false, 0, 1),
    EELS(RADIO, "Episode 210: A year without a car", false, 0, 2),
    CLOCK(VALLEY, "Clocks in the valley ran seven seconds late", false, 0, 3),
    FOG(LANTERN, "Fog grounds the mail plane for a third day", false, 1, 2);

    private final Source source;
    private final String title;
    private final boolean pictured;
    private final int others;
    private final int paragraphs;
    private final String language;

    Headline(Source source, String title, boolean pictured, int others, int paragraphs) {
      this(source, title, pictured, others, paragraphs, "en");
    }

    Headline(
        Source source,
        String title,
        boolean pictured,
        int others,
        int paragraphs,
        String language) {
      this.source = source;
      this.title = title;
      this.pictured = pictured;
      this.others = others;
      this.paragraphs = paragraphs;
      this.language = language;
    }

    private PlainText title() {
      return new PlainText(title);
    }

    private Story story(long id, String newTitle, Instant updated) {
      Article article = article(Optional.empty(), updated);
      Article face = StoryChange.of(article).title(newTitle).article();
      return new Story(
          new StoryId(id), "tag:test.example,2025:s/" + id, face, List.of(), updated, updated);
    }

    private Article article(Optional<URI> image, Instant published) {
      String html = text(ordinal(), paragraphs);
      String plain = html.replaceAll("<[^>]+>", " ").strip();
      boolean cast = source.equals(RADIO);
      Enclosure sound =
          new Enclosure(
              "https://radio.example/" + ordinal() + ".mp3", "audio/mpeg", OptionalLong.of(9_000));
      Enclosure notes =
          new Enclosure("https://radio.example/" + ordinal() + ".pdf", "", OptionalLong.empty());
      return new Article(
          new ArticleId(ordinal()),
          source.id(),
          source.name(),
          "entry-" + ordinal(),
          Optional.of(
              URI.create("https://" + source.address().getHost() + "/" + (100 + ordinal()))),
          title(),
          ordinal() % 3 == 0 ? List.of() : List.of(new PlainText("Ida Morgenrot")),
          new CleanHtml(html),
          plain,
          new PlainText(SENTENCES.get((ordinal() + 1) % SENTENCES.size())),
          image,
          source.topics(),
          List.of(new PlainText("rivers"), new PlainText(source.topics().get(0).toUpperCase())),
          cast ? List.of(sound, notes) : List.of(),
          language,
          new PlainText(ordinal() % 5 == 0 ? "© 2025 " + source.name() : ""),
          Optional.of(published),
          Optional.empty(),
          published,
          TextOrigin.PAGE,
          "");
    }
  }
}
