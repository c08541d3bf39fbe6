package org.headrace.behave;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The feed of one behaviour: three entries in words that no other feed has, so that none of them is
 * taken for a copy.
 *
 * @param name of the behaviour
 * @param place address below which it lies
 */
record Sample(String name, String place) {
  static final int ENTRIES = 3;
  private static final String[] SYLLABLES =
      "ba den gor lim sta ve nu ter pol ka ri son mel du fe hin ta ro vel zin mor ap ke lu"
          .split(" ");
  private static final Instant START = Instant.now().truncatedTo(ChronoUnit.HOURS);

  /**
   * @param guid empty if it has none
   * @param date as written; empty if it has none
   */
  record Item(String title, String link, String guid, String date, String html) {
    Item title(String other) {
      return new Item(other, link, guid, date, html);
    }

    Item link(String other) {
      return new Item(title, other, guid, date, html);
    }

    Item guid(String other) {
      return new Item(title, link, other, date, html);
    }

    Item date(String other) {
      return new Item(title, link, guid, other, html);
    }

    Item html(String other) {
      return new Item(title, link, guid, date, other);
    }

    String xml() {
      return "<item><title>%s</title>%s%s%s<description>%s</description></item>%n"
          .formatted(
              escaped(title),
              tag("link", link),
              tag("guid isPermaLink=\"false\"", guid),
              tag("pubDate", date),
              escaped(html));
    }

    private static String tag(String start, String text) {
      return text.isEmpty()
          ? ""
          : "<" + start + ">" + escaped(text) + "</" + start.split(" ", 2)[0] + ">";
    }
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The entries, newest first. */
  List<Item> items() {
    return IntStream.rangeClosed(1, ENTRIES).mapToObj(this::item).toList();
  }

  Item item(int number) {
    return new Item(
        title(number),
        place + "/page/" + number,
        place + "/guid/" + number,
        date(START.minus(number, ChronoUnit.HOURS)),
        "<p>" + words(number, 50) + "</p>");
  }

  String title(int number) {
    return name + " " + number + " " + words(-number, 4);
  }

  /** Words that stand in this entry of this feed only. */
  String words(int number, int count) {
    Random random = new Random(name.hashCode() * 131L + number);
    return IntStream.range(0, count)
        .mapToObj(i -> word(random))
        .collect(Collectors.joining(" ", "", "."));
  }

  private static String word(Random random) {
    return IntStream.range(0, 2 + random.nextInt(2))
        .mapToObj(i -> SYLLABLES[random.nextInt(SYLLABLES.length)])
        .collect(Collectors.joining());
  }

  static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME
        .withLocale(Locale.ROOT)
        .format(at.atOffset(ZoneOffset.UTC));
  }

  /** As RSS 2.0. */
  String rss() {
    return rss(items());
  }

  String rss(List<Item> items) {
    return rss(items.stream().map(Item::xml).collect(Collectors.joining()));
  }

  String rss(String items) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + bare(items);
  }

  /** Without the XML declaration. */
  String bare(String items) {
    return "<rss version=\"2.0\"><channel><title>%s</title><link>%s/</link>%n%s</channel></rss>%n"
        .formatted(name, place, items);
  }

  /** A page with the text of an entry, longer than what the feed gives. */
  String page(int number, String head, String foot) {
    String paragraphs =
        IntStream.range(1, 6)
            .mapToObj(part -> "<p>" + words(number + part * 1000, 60) + "</p>")
            .collect(Collectors.joining("\n"));
    return "<!DOCTYPE html><html lang=\"en\"><head><title>%s</title>%s</head><body><article><h1>%s</h1>%n%s</article>%s</body></html>"
        .formatted(title(number), head, title(number), paragraphs, foot);
  }

  String page(int number) {
    return page(number, "", "");
  }
}
