package org.headrace.filter;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.headrace.model.Article;
import org.headrace.model.PlainText;
import org.headrace.model.Rule.Field;

/** An article as the rules see it. What costs something is looked up once, when first asked for. */
final class Subject {
  private static final int UNCOUNTED = -1;

  private final Article article;
  private final Instant now;
  private final Map<Field, List<Passage>> texts = new EnumMap<>(Field.class);
  private int words = UNCOUNTED;

  Subject(Article article, Instant now) {
    this.article = article;
    this.now = now;
  }

  /** What stands in a field; empty if nothing does. */
  List<Passage> texts(Field field) {
    return texts.computeIfAbsent(field, asked -> read(asked).map(Passage::new).toList());
  }

  /** How many words the text has. */
  int words() {
    if (words == UNCOUNTED) {
      words = Letters.words(article.text());
    }
    return words;
  }

  /** Since its publisher's date; one without a date is as old as our knowledge of it. */
  Duration age() {
    return Duration.between(article.published().orElse(article.seen()), now);
  }

  private Stream<String> read(Field field) {
    Stream<String> found =
        switch (field) {
          case TITLE -> Stream.of(article.title().value());
          case TEXT -> Stream.of(article.text());
          case AUTHOR -> article.authors().stream().map(PlainText::value);
          case CATEGORY -> article.categories().stream().map(PlainText::value);
          case LINK -> article.link().stream().map(URI::toString);
          case LANGUAGE -> Stream.of(article.language());
          case SOURCE -> Stream.of(article.sourceName());
        };
    return found.filter(text -> !text.isEmpty());
  }
}
