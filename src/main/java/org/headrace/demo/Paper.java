package org.headrace.demo;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * One outlet as its file in {@code outlets/} tells it, with its articles.
 *
 * @param key its name in file names
 * @param settings the headers of its file
 * @param pressDay the moment that all ages count back from
 * @param articles newest first
 */
record Paper(String key, HeadedText settings, Instant pressDay, List<Manuscript> articles) {

  static Paper read(String key, Instant pressDay) {
    HeadedText file = HeadedText.read("outlets/" + key + ".txt");
    Locale language = Locale.forLanguageTag(file.header("Language"));
    List<Manuscript> articles =
        file.body()
            .lines()
            .map(slug -> Manuscript.read(key, slug.strip(), pressDay, language))
            .sorted((one, other) -> other.published().compareTo(one.published()))
            .toList();
    return new Paper(key, file, pressDay, articles);
  }

  /** All outlets of the press, in the order of {@code press.txt}. */
  static List<Paper> all(Instant pressDay) {
    return Shelf.text("press.txt").lines().map(key -> read(key, pressDay)).toList();
  }

  String name() {
    return settings.header("Name");
  }

  Locale language() {
    return Locale.forLanguageTag(settings.header("Language"));
  }

  FeedManners manners() {
    return FeedManners.valueOf(
        settings.optional("Manners").orElse("steady").toUpperCase(Locale.ROOT));
  }

  boolean gzip() {
    return settings.optional("Compressed").isPresent();
  }

  boolean validators() {
    return settings.optional("Validators").isPresent();
  }

  boolean fullTextFeed() {
    return settings.optional("Full-text-feed").isPresent();
  }

  /** The outlet's own way to write a day. */
  String day(Instant instant) {
    return DateTimeFormatter.ofPattern(settings.header("Date-form"), language())
        .withZone(ZoneOffset.UTC)
        .format(instant);
  }

  /** Path of an article's first page, starting with a slash. */
  String path(Manuscript article) {
    return Template.of(settings.header("Path"))
        .fill(
            Scope.empty()
                .put("slug", article.slug())
                .put("year", Times.pattern("uuuu", article.published()))
                .put("month", Times.pattern("MM", article.published())));
  }

  String path(Manuscript article, int page) {
    return page == 1 ? path(article) : path(article) + page + "/";
  }

  /** Bytes in the outlet's charset; what it has no letter for is written as a reference. */
  byte[] bytes(String markup) {
    Charset charset = Charset.forName(settings.header("Charset"));
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder written = new StringBuilder(markup.length());
    markup
        .codePoints()
        .forEach(
            letter -> {
              String text = Character.toString(letter);
              written.append(encoder.canEncode(text) ? text : "&#" + letter + ";");
            });
    return written.toString().getBytes(charset);
  }
}
