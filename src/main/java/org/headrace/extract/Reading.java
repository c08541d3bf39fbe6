package org.headrace.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.headrace.extract.BlockFeatures.PageFacts;
import org.headrace.model.Extracted;
import org.headrace.model.Page;
import org.headrace.model.PageKind;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One page being read: the steps of extraction in their order. */
final class Reading {
  private static final int LONGEST_TITLE = 400;

  private final Page page;
  private final Document document;
  private final DateReader dates;
  private final BlockChoice choice;

  Reading(Page page, Document document, BlockChoice choice) {
    this.page = page;
    this.choice = choice;
    this.document = document;
    this.dates = new DateReader(document.body().parents().attr("lang").startsWith("en"));
  }

  private URI base(Survey survey) {
    Element element = survey.base;
    return element == null
        ? page.location()
        : Addresses.absolute(page.location(), element.attr("href")).orElse(page.location());
  }

  Extracted extracted() {
    Survey survey = Survey.of(document, false);
    URI base = base(survey);
    Facts stated =
        LinkedData.facts(survey.linkedData, dates).or(MetaTags.facts(survey.metas, dates));
    List<String> headlines = headlines(survey);
    String heading = survey.title();
    String title = title(stated, heading, headlines);
    ArticleBody body =
        ArticleBody.of(
            document, survey, PageFacts.of(titles(title, stated, headlines), stated), choice);
    VisibleFacts visible = VisibleFacts.of(body, stated.siteName(), dates);
    String address = page.location().toString();
    ArticleText text = ArticleText.of(body, stated.body());
    PageKind kind = PageKinds.of(body, text.text(), title + " " + heading, stated);
    if (kind != PageKind.ARTICLE && kind != PageKind.PAYWALL) {
      text = ArticleText.NONE;
    }
    return new Extracted(
        kind,
        text.html(),
        text.text(),
        title,
        authors(stated, visible),
        PublishersDay.of(
            stated.published().or(() -> visible.published(address)),
            () -> visible.shownDates(address)),
        stated.modified().or(visible::modified),
        Addresses.absolute(base, stated.image()),
        stated.siteName(),
        language(stated),
        canonical(survey, stated, base),
        stated.section(),
        NextPage.of(body.survey(), body.container(), page.location(), base),
        base);
  }

  private static List<String> headlines(Survey survey) {
    List<String> headlines = new ArrayList<>();
    for (Element headline : survey.headlines) {
      String text = ShortText.of(headline, LONGEST_TITLE);
      if (!text.isEmpty()) {
        headlines.add(text);
      }
    }
    return headlines;
  }

  private String title(Facts stated, String heading, List<String> headlines) {
    return Titles.headline(List.of(stated.title()), heading, headlines, stated.siteName(), host());
  }

  private String host() {
    return Objects.requireNonNullElse(page.location().getHost(), "");
  }

  private static List<String> titles(String title, Facts stated, List<String> headlines) {
    List<String> titles = new ArrayList<>();
    titles.add(Phrases.plain(title));
    titles.add(Phrases.plain(stated.title()));
    if (!headlines.isEmpty()) {
      titles.add(Phrases.plain(headlines.get(0)));
    }
    titles.removeIf(String::isEmpty);
    return titles;
  }

  /**
   * People rather than the site, which many systems give as author of all it has; the site or an
   * organisation only where nobody else is named.
   */
  private List<String> authors(Facts stated, VisibleFacts visible) {
    List<String> people = people(stated.authors(), stated.siteName());
    if (!people.isEmpty()) {
      return people;
    }
    List<String> signing = visible.authors();
    people = people(signing, "");
    if (!people.isEmpty()) {
      return people;
    }
    List<String> given = stated.authors().isEmpty() ? signing : stated.authors();
    return given.isEmpty() ? stated.groups() : given;
  }

  private List<String> people(List<String> names, String site) {
    return names.stream().filter(name -> !Titles.isSite(name, site, host())).toList();
  }

  private Optional<URI> canonical(Survey survey, Facts facts, URI base) {
    for (Element relation : survey.relations) {
      if (relation.attr("rel").toLowerCase(Locale.ROOT).equals("canonical")) {
        Optional<URI> found = Addresses.absolute(base, relation.attr("href"));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Addresses.absolute(base, facts.canonical());
  }

  /** What the root element says, then metadata, then the header. */
  private String language(Facts facts) {
    Element root = document.body().parent();
    List<String> said = new ArrayList<>();
    if (root != null) {
      said.add(root.attr("lang"));
      said.add(root.attr("xml:lang"));
    }
    said.add(facts.language());
    said.add(page.contentLanguage());
    for (String tag : said) {
      if (isPlain(tag)) {
        return tag;
      }
      String first = tag.split("[,; ]")[0].strip().replace('_', '-');
      Locale locale = Locale.forLanguageTag(first);
      if (!first.isEmpty() && locale.getLanguage().length() >= 2) {
        return locale.toLanguageTag();
      }
    }
    return "";
  }

  /** True for a tag like {@code de} or {@code de-AT} that is in use as it is written. */
  private static boolean isPlain(String tag) {
    boolean formed =
        tag.length() == 2
            ? isLower(tag)
            : tag.length() == 5
                && isLower(tag)
                && tag.charAt(2) == '-'
                && Character.isUpperCase(tag.charAt(3))
                && Character.isUpperCase(tag.charAt(4));
    return formed && !tag.startsWith("i") && !tag.startsWith("j");
  }

  private static boolean isLower(String tag) {
    return tag.charAt(0) >= 'a'
        && tag.charAt(0) <= 'z'
        && tag.charAt(1) >= 'a'
        && tag.charAt(1) <= 'z';
  }
}
