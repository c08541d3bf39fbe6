package org.headrace.extract;

import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.headrace.extract.Survey.Hint;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Reads facts from what a reader sees: microdata, time elements, the byline, the address. */
final class VisibleFacts {
  private static final int LONGEST_LINE = 160;
  private static final int LONGEST_BYLINE = 80;
  private static final int NEAR = 8;

  /** Blocks after the article among which its author may be named. */
  private static final int JUST_BELOW = 3;

  private static final int MOST = 12;

  private static final Set<String> DAYS = days();

  private static final Evaluator NAME =
      Selector.evaluatorOf("a[rel~=author], [itemprop=name], a[href*=author], .fn");

  private final Survey survey;
  private final DateReader dates;
  private final Region container;
  private final String site;

  /** Index of the article's first block, and after its last. */
  private final int begin;

  private final int end;

  private VisibleFacts(ArticleBody body, String site, DateReader dates) {
    this.survey = body.survey();
    this.container = body.container();
    List<Block> kept = body.kept();
    this.begin = kept.isEmpty() ? container.first : kept.get(0).index;
    this.end = kept.isEmpty() ? container.end : kept.get(kept.size() - 1).index + 1;
    this.site = site;
    this.dates = dates;
  }

  /** Names of the days of the week, full and short, in the languages of most pages. */
  private static Set<String> days() {
    Set<String> days = new HashSet<>();
    for (String language : List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl")) {
      Locale locale = Locale.forLanguageTag(language);
      for (DayOfWeek day : DayOfWeek.values()) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
          days.add(day.getDisplayName(style, locale).replace(".", "").toLowerCase(Locale.ROOT));
        }
      }
    }
    return days;
  }

  /** Reads each fact when it is asked for. */
  static VisibleFacts of(ArticleBody body, String site, DateReader dates) {
    return new VisibleFacts(body, site, dates);
  }

  /** When it was published, by its marks, its address, or the lines around the text. */
  Optional<OffsetDateTime> published(String address) {
    return published().or(() -> inAddress(address)).or(this::nearTheTop).or(this::nearTheEnd);
  }

  Optional<OffsetDateTime> modified() {
    return dated("datemodified");
  }

  /** The dates a reader may take for the article's: in its address, then those above it. */
  List<OffsetDateTime> shownDates(String address) {
    List<OffsetDateTime> shown = new ArrayList<>();
    inAddress(address).ifPresent(shown::add);
    for (Hint hint : survey.hints) {
      boolean time = hint.element().normalName().equals("time");
      boolean above = hint.before() <= begin + 1 && isNear(hint);
      if ((time || Trait.META.in(hint.traits()))
          && above
          && !isAboutChange(hint.element())
          && shown.size() < MOST) {
        dates.read(hint.element().attr("datetime")).ifPresent(shown::add);
        dates.read(bounded(hint.element())).ifPresent(shown::add);
      }
    }
    nearTheTop().ifPresent(shown::add);
    return shown;
  }

  private static boolean isAboutChange(Element element) {
    String names = element.className() + element.attr("itemprop").toLowerCase(Locale.ROOT);
    return names.contains("updat") || names.contains("modif");
  }

  private static String value(Element element) {
    String content = element.attr("content");
    return content.isEmpty() ? bounded(element) : content.strip();
  }

  private static String bounded(Element element) {
    return ShortText.of(element, 2 * LONGEST_LINE);
  }

  private Optional<OffsetDateTime> dated(String property) {
    for (Hint hint : survey.hints) {
      Element element = hint.element();
      if (element.attributesSize() > 0
          && element.attributes().get("itemprop").toLowerCase(Locale.ROOT).contains(property)) {
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
        .or(this::inTitle)
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
    return isNear(hint, container.end);
  }

  private static boolean isNear(Hint hint, int end) {
    int noise = Trait.set(Trait.RELATED, Trait.COMMENTS, Trait.SIDE, Trait.FOOT, Trait.CARD);
    return (hint.region().allTraits & noise) == 0
        && !hint.region().is(Trait.CARD)
        && hint.before() < end;
  }

  /** The day in an address like {@code /2024/05/01/}. */
  private static Optional<OffsetDateTime> inAddress(String address) {
    String[] parts = address.replace('-', '/').replace('_', '/').split("/");
    for (String part : parts) {
      if (part.length() == 8
          && isNumber(part)
          && (part.startsWith("19") || part.startsWith("20"))) {
        Optional<OffsetDateTime> date = new DateReader(false).read(part);
        if (date.isPresent()) {
          return date;
        }
      }
    }
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
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end > 0 && end == text.length();
  }

  /** Some systems append the day to the content of the title element. */
  private Optional<OffsetDateTime> inTitle() {
    String title = survey.title();
    int bar = title.lastIndexOf('|');
    return bar < 0 ? Optional.empty() : dates.read(title.substring(bar + 1));
  }

  /** A date in a short line just before or at the beginning of the article. */
  private Optional<OffsetDateTime> nearTheTop() {
    return inLines(container.first - NEAR, container.first + NEAR)
        .or(() -> inLines(begin - NEAR, begin + NEAR));
  }

  /** A date in a short line at the end of the article or just after it. */
  private Optional<OffsetDateTime> nearTheEnd() {
    return inLines(end - NEAR / 2, end + NEAR / 2);
  }

  private Optional<OffsetDateTime> inLines(int from, int to) {
    List<Block> blocks = survey.blocks;
    for (int i = Math.max(0, from); i < Math.min(blocks.size(), to); i++) {
      Block block = blocks.get(i);
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

  /**
   * Names of people who sign. One that is the site's too is a person's only where the page marks it
   * as the author's, and where nobody else signs.
   */
  List<String> authors() {
    List<String> found = authors(this::isSigned, site);
    if (found.isEmpty()) {
      found = authors(hint -> Trait.AUTHOR.in(hint.traits()) && isNear(hint), site);
    }
    if (found.isEmpty()) {
      found = byline();
    }
    return found.isEmpty() ? inFull(authors(this::isSigned, "")) : found;
  }

  private static List<String> inFull(List<String> names) {
    return names.stream().filter(name -> name.indexOf(' ') > 0).toList();
  }

  /** True if the element is marked as the author's, above the article, in it or right below it. */
  private boolean isSigned(Hint hint) {
    return isAuthorProperty(hint.element()) && isNear(hint, container.end + JUST_BELOW);
  }

  /** The names in a line near the title that begins with "by", in some language. */
  private List<String> byline() {
    List<Block> blocks = survey.blocks;
    for (int i = Math.max(0, begin - NEAR); i < Math.min(blocks.size(), begin + NEAR); i++) {
      Block block = blocks.get(i);
      String[] words = block.text.split(" ", 10);
      if (block.size() < LONGEST_BYLINE
          && words.length > 2
          && words.length < 10
          && Authors.isOpening(words[0])) {
        List<String> names =
            Authors.people(List.of(untilDate(block.text)), site).stream()
                .filter(name -> name.indexOf(' ') > 0 && looksLikeAName(name))
                .toList();
        if (!names.isEmpty()) {
          return names;
        }
      }
    }
    return List.of();
  }

  /** A byline often goes on with the date: its month or day of the week, and words like "on". */
  private static String untilDate(String text) {
    int end = 0;
    while (end < text.length() && !Character.isDigit(text.charAt(end))) {
      end++;
    }
    List<String> words = new ArrayList<>(List.of(text.substring(0, end).strip().split("\\s+")));
    while (end < text.length() && words.size() > 1 && isOfADate(words.getLast())) {
      words.removeLast();
    }
    return String.join(" ", words);
  }

  private static boolean isOfADate(String word) {
    int end = word.length();
    while (end > 0 && !Character.isLetter(word.charAt(end - 1))) {
      end--;
    }
    String bare = word.substring(0, end);
    return bare.isEmpty()
        || Character.isLowerCase(bare.charAt(0))
        || MonthNames.number(bare) > 0
        || DAYS.contains(bare.toLowerCase(Locale.ROOT));
  }

  private List<String> authors(Predicate<Hint> wanted, String nobody) {
    List<String> names = new ArrayList<>();
    for (Hint hint : survey.hints) {
      if (wanted.test(hint)) {
        Element element = hint.element();
        Element link = element.normalName().equals("a") ? element : element.selectFirst(NAME);
        String text = value(link == null ? element : link);
        if (text.length() < 100) {
          names.add(text);
        }
        if (!Authors.people(names, nobody).isEmpty() && !isAuthorProperty(element)) {
          break;
        }
      }
    }
    List<String> people = Authors.people(names, nobody);
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
