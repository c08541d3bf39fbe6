package org.headrace.extract;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headrace.extract.Survey.Hint;
import org.jsoup.nodes.Element;

/** Reads facts from what a reader sees: microdata, time elements, the byline, the address. */
final class VisibleFacts {
  private static final int LONGEST_LINE = 160;
  private static final int NEAR = 8;

  private final Survey survey;
  private final DateReader dates;
  private final Region container;
  private final String site;

  private VisibleFacts(Survey survey, Region container, String site, DateReader dates) {
    this.survey = survey;
    this.container = container;
    this.site = site;
    this.dates = dates;
  }

  static Facts facts(
      Survey survey, Region container, String site, String address, DateReader dates) {
    VisibleFacts visible = new VisibleFacts(survey, container, site, dates);
    return new Facts(
        visible.property("headline"),
        visible.authors(),
        visible.published().or(() -> inAddress(address)).or(visible::nearTheTop),
        visible.dated("datemodified"),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        false);
  }

  private String property(String name) {
    for (Hint hint : survey.hints) {
      if (hint.element().attr("itemprop").equalsIgnoreCase(name)) {
        String text = value(hint.element());
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  private static String value(Element element) {
    String content = element.attr("content");
    return content.isEmpty() ? bounded(element) : content.strip();
  }

  private static String bounded(Element element) {
    String text = element.text();
    return text.length() > 2 * LONGEST_LINE ? "" : text.strip();
  }

  private Optional<OffsetDateTime> dated(String property) {
    for (Hint hint : survey.hints) {
      if (hint.element().attr("itemprop").toLowerCase(Locale.ROOT).contains(property)) {
        Optional<OffsetDateTime> date = date(hint.element());
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<OffsetDateTime> date(Element element) {
    for (String name : List.of("datetime", "content", "title", "data-time", "data-timestamp")) {
      Optional<OffsetDateTime> date = dates.read(element.attr(name));
      if (date.isPresent()) {
        return date;
      }
    }
    return dates.read(bounded(element));
  }

  private Optional<OffsetDateTime> published() {
    return dated("datepublished")
        .or(() -> dated("datecreated"))
        .or(() -> marked(true))
        .or(() -> marked(false));
  }

  /** A time element, or one whose class says date; first the article's own, then any other. */
  private Optional<OffsetDateTime> marked(boolean near) {
    for (Hint hint : survey.hints) {
      boolean time = hint.element().normalName().equals("time");
      if ((time || Trait.META.in(hint.traits())) && near == isNear(hint)) {
        Optional<OffsetDateTime> date = date(hint.element());
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isNear(Hint hint) {
    int noise = Trait.set(Trait.RELATED, Trait.COMMENTS, Trait.SIDE, Trait.FOOT, Trait.CARD);
    return (hint.region().allTraits & noise) == 0
        && !hint.region().is(Trait.CARD)
        && hint.before() < container.end;
  }

  /** The day in an address like {@code /2024/05/01/}. */
  private static Optional<OffsetDateTime> inAddress(String address) {
    String[] parts = address.split("[/\\-_]");
    for (int i = 0; i + 2 < parts.length; i++) {
      if (parts[i].length() == 4
          && isNumber(parts[i])
          && isNumber(parts[i + 1])
          && isNumber(parts[i + 2])
          && parts[i + 1].length() <= 2
          && parts[i + 2].length() <= 2) {
        Optional<OffsetDateTime> date =
            new DateReader(false).read(parts[i] + "-" + parts[i + 1] + "-" + parts[i + 2]);
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** A date in a short line just before or at the beginning of the article. */
  private Optional<OffsetDateTime> nearTheTop() {
    List<Block> blocks = survey.blocks;
    int from = Math.max(0, container.first - NEAR);
    int to = Math.min(blocks.size(), container.first + NEAR);
    for (Block block : blocks.subList(Math.min(from, to), to)) {
      if (block.text.length() < LONGEST_LINE && block.measure.digits() >= 5) {
        Optional<OffsetDateTime> date = dates.read(block.text);
        if (date.isPresent() && date.get().isAfter(EARLIEST)) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  private static final OffsetDateTime EARLIEST =
      OffsetDateTime.of(1996, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private List<String> authors() {
    List<String> found = authors(hint -> isAuthorProperty(hint.element()));
    return found.isEmpty()
        ? authors(hint -> Trait.AUTHOR.in(hint.traits()) && isNear(hint))
        : found;
  }

  private List<String> authors(java.util.function.Predicate<Hint> wanted) {
    List<String> names = new ArrayList<>();
    for (Hint hint : survey.hints) {
      if (wanted.test(hint) && isNear(hint)) {
        Element element = hint.element();
        Element link =
            element.normalName().equals("a")
                ? element
                : element.selectFirst("a[rel~=author], [itemprop=name], a[href*=author], .fn");
        String text = value(link == null ? element : link);
        if (text.length() < 100) {
          names.add(text);
        }
        if (!Authors.people(names, site).isEmpty() && !isAuthorProperty(element)) {
          break;
        }
      }
    }
    List<String> people = Authors.people(names, site);
    return people.stream().filter(VisibleFacts::looksLikeAName).limit(4).toList();
  }

  private static boolean isAuthorProperty(Element element) {
    return element.attr("itemprop").equalsIgnoreCase("author")
        || element.attr("rel").equalsIgnoreCase("author");
  }

  /**
   * Visible bylines hold much else: a name has two to five words, each with a capital if it can.
   */
  private static boolean looksLikeAName(String name) {
    String[] words = name.split(" ");
    if (words.length > 5 || (words.length == 1 && name.length() < 3)) {
      return false;
    }
    int lower = 0;
    for (String word : words) {
      lower += Character.isLowerCase(word.charAt(0)) ? 1 : 0;
    }
    return lower * 2 < words.length && name.chars().noneMatch(Character::isDigit);
  }
}
