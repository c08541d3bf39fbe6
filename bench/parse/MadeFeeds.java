package org.headrace.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;

/** Well-formed feeds of a wanted size, the same for the same kind: invented words, usual markup. */
final class MadeFeeds {
  private static final String[] SYLLABLES = {
    "ba", "con", "de", "fer", "gal", "in", "ko", "lan", "mer", "no", "or", "pre", "ri", "sol",
    "ter", "un", "vi", "wes"
  };
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Random random = new Random(20);
  private final StringBuilder out = new StringBuilder();

  private MadeFeeds() {}

  static String make(String kind, int size) {
    MadeFeeds made = new MadeFeeds();
    return switch (kind) {
      case "blog-rss" -> made.rss(size, made::blogItem);
      case "podcast" -> made.rss(size, made::episode);
      case "news" -> made.rss(size, made::newsItem);
      case "blog-atom" -> made.atom(size);
      default -> throw new IllegalArgumentException("no such feed: " + kind);
    };
  }

  private String rss(int size, IntFunction<String> item) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"")
        .append(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"")
        .append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
        .append(" xmlns:atom=\"http://www.w3.org/2005/Atom\"")
        .append(" xmlns:media=\"http://search.yahoo.com/mrss/\"")
        .append(" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">\n<channel>\n")
        .append(
            "<title>The Press</title><link>https://press.example/</link><description>All of it</description>")
        .append(
            "<language>en</language><atom:link rel=\"self\" href=\"https://press.example/feed\"/>\n");
    for (int number = 0; out.length() < size; number++) {
      out.append("<item>").append(item.apply(number)).append("</item>\n");
    }
    return out.append("</channel>\n</rss>\n").toString();
  }

  private String blogItem(int number) {
    return common(number)
        + "<dc:creator><![CDATA["
        + words(2)
        + "]]></dc:creator><category><![CDATA["
        + words(1)
        + "]]></category>"
        + "<description><![CDATA["
        + words(40)
        + "]]></description>"
        + "<content:encoded><![CDATA["
        + html()
        + "]]></content:encoded>";
  }

  private String newsItem(int number) {
    return common(number)
        + "<description>"
        + words(14)
        + " &amp; "
        + words(6)
        + "</description>"
        + "<media:thumbnail url=\"https://img.press.example/"
        + number
        + ".jpg\" width=\"144\" height=\"81\"/>";
  }

  private String episode(int number) {
    return common(number)
        + "<itunes:author>"
        + words(2)
        + "</itunes:author><itunes:duration>00:4"
        + number % 10
        + ":10</itunes:duration>"
        + "<itunes:episode>"
        + number
        + "</itunes:episode><itunes:explicit>no</itunes:explicit>"
        + "<itunes:summary>"
        + words(60)
        + "</itunes:summary>"
        + "<description>"
        + escaped(html())
        + "</description>"
        + "<enclosure url=\"https://audio.press.example/"
        + number
        + ".mp3\" length=\"4242"
        + number
        + "\" type=\"audio/mpeg\"/>";
  }

  private String common(int number) {
    return "<title>"
        + words(8)
        + "</title><link>https://press.example/story/"
        + number
        + "</link>"
        + "<guid isPermaLink=\"false\">press-"
        + number
        + "</guid><pubDate>"
        + RFC_822.format(time(number))
        + "</pubDate>";
  }

  private String atom(int size) {
    out.append(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">")
        .append("<title>The Press</title><id>tag:press.example,2026:all</id>")
        .append(
            "<updated>2026-01-01T00:00:00Z</updated><link rel=\"alternate\" href=\"https://press.example/\"/>\n");
    for (int number = 0; out.length() < size; number++) {
      out.append("<entry><title type=\"html\">")
          .append(words(8))
          .append("</title><id>tag:press.example,2026:")
          .append(number)
          .append(
              "</id><link rel=\"alternate\" type=\"text/html\" href=\"https://press.example/story/")
          .append(number)
          .append("\"/><published>")
          .append(time(number))
          .append("</published><updated>")
          .append(time(number))
          .append("</updated><author><name>")
          .append(words(2))
          .append("</name></author><category term=\"")
          .append(words(1))
          .append("\"/><summary type=\"text\">")
          .append(words(30))
          .append("</summary><content type=\"html\">")
          .append(escaped(html()))
          .append("</content></entry>\n");
    }
    return out.append("</feed>\n").toString();
  }

  private static Instant time(int number) {
    return Instant.ofEpochSecond(1_767_225_600L - number * 1800L);
  }

  private String html() {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      html.append("<p>")
          .append(words(50))
          .append(" <a href=\"https://press.example/about/")
          .append(i)
          .append("\">")
          .append(words(3))
          .append("</a> ")
          .append(words(20))
          .append("</p>\n");
    }
    return html.append("<figure><img src=\"https://img.press.example/a.jpg\" alt=\"\"/></figure>")
        .toString();
  }

  private static String escaped(String html) {
    return html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ");
      for (int syllables = 1 + random.nextInt(3); syllables > 0; syllables--) {
        words.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
    }
    return words.toString();
  }
}
