package org.headrace.extract.site;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.headrace.extract.ContentExtractor;
import org.headrace.extract.site.SiteReading.Part;
import org.headrace.model.ArticleRules;
import org.headrace.model.Extracted;
import org.headrace.model.Page;
import org.headrace.model.PageKind;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * One page under rules. The extractor reads it, too: rules of a site that find less than half of
 * what it finds by itself are out of date, and are overruled. What the operator wrote for the very
 * source is not, as long as it finds anything.
 */
final class RuledPage {
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final int DEEPEST = 300;

  /** Letters from which on a text that rules find is an article, if nothing speaks against it. */
  private static final int ENOUGH = 140;

  /**
   * The extractor reads what rules find once more, and may leave out so much of it as furniture.
   */
  private static final double MOST_FURNITURE = 0.5;

  private final Page page;
  private final Extracted generic;
  private final Optional<SiteConfig> config;
  private final Optional<ArticleRules> rules;
  private final Patience patience = Patience.of(LONGEST);
  private final Document document;
  private final List<String> remarks = new ArrayList<>();
  private int characters;

  private RuledPage(
      Page page,
      String html,
      Extracted generic,
      Optional<SiteConfig> config,
      Optional<ArticleRules> rules) {
    this.page = page;
    this.generic = generic;
    this.config = config;
    this.rules = rules;
    String replaced =
        config.map(known -> PageEdits.replaced(html, known.replacements())).orElse(html);
    this.document =
        Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(replaced, page.location().toString());
    document.outputSettings().prettyPrint(false);
  }

  /**
   * A page as it was read.
   *
   * @param characters how many the rules found, overruled or not
   */
  record Read(SiteReading reading, int characters) {}

  /**
   * Reads a page.
   *
   * @param generic what the extractor finds in it by itself
   */
  static Read read(
      Page page,
      String html,
      Extracted generic,
      Optional<SiteConfig> config,
      Optional<ArticleRules> rules) {
    try {
      RuledPage ruled = new RuledPage(page, html, generic, config, rules);
      SiteReading reading = ruled.reading();
      return new Read(reading, ruled.characters);
    } catch (Patience.LostException lost) {
      String name =
          config.isPresent() && rules.isPresent()
              ? config.get().name() + ", or article: in the list,"
              : config.map(SiteConfig::name).orElse("article: in the list");
      String words = name + " takes too long on this page";
      return new Read(new SiteReading(generic, Optional.empty(), Set.of(), List.of(words)), 0);
    }
  }

  private SiteReading reading() {
    FoundParts parts = FoundParts.of(document, generic.base(), config, rules, patience);
    if (parts.advertising()) {
      remarks.add(name() + " takes the page for advertising");
    }
    config.ifPresent(known -> PageEdits.apply(known, document, patience));
    selected(rules.map(ArticleRules::remove)).stream()
        .filter(found -> found.parent() != null && !PageEdits.isFrame(found))
        .forEach(Element::remove);
    if (!config.flatMap(SiteConfig::linkedData).orElse(true)) {
      document.select("script[type=application/ld+json]").remove();
    }
    Set<Part> own = EnumSet.noneOf(Part.class);
    own.addAll(parts.own());
    List<Element> body = ownBody(own);
    body = body.isEmpty() ? siteBody() : body;
    Extracted found = body.isEmpty() ? withoutBody(parts) : withBody(parts, body, own);
    return new SiteReading(withNextPage(found, parts), parts.wholeView(), own, remarks);
  }

  private String name() {
    return config.map(SiteConfig::name).orElse("");
  }

  private List<Element> selected(Optional<String> selector) {
    return selector
        .flatMap(PageSelector::of)
        .map(read -> read.all(document, patience))
        .orElse(List.of());
  }

  private List<Element> ownBody(Set<Part> own) {
    List<Element> body = outermost(selected(rules.map(ArticleRules::body)));
    boolean asked = rules.filter(said -> !said.body().isEmpty()).isPresent();
    if (PageLines.of(body).isEmpty()) {
      if (asked) {
        remarks.add("article.body of the list of sources finds nothing on this page");
      }
      return List.of();
    }
    own.add(Part.BODY);
    return body;
  }

  private List<Element> siteBody() {
    for (PagePath path : config.map(SiteConfig::body).orElse(List.of())) {
      List<Element> body = outermost(path.elements(document, patience));
      if (!PageLines.of(body).isEmpty()) {
        return body;
      }
    }
    if (config.filter(known -> !known.body().isEmpty()).isPresent()) {
      remarks.add("no body of " + name() + " is on this page");
    }
    return List.of();
  }

  /** Without those that lie in another. */
  private static List<Element> outermost(List<Element> found) {
    Set<Element> all = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    all.addAll(found);
    return found.stream()
        .filter(element -> element.parents().stream().noneMatch(all::contains))
        .toList();
  }

  /** The rules only clear the page, or their body is not there. */
  private Extracted withoutBody(FoundParts parts) {
    boolean stops = !config.flatMap(SiteConfig::guess).orElse(true);
    if (stops && config.filter(known -> !known.body().isEmpty()).isPresent()) {
      return parts.over(generic, PageKind.NO_ARTICLE, "", "", generic.image());
    }
    Extracted cleared = ContentExtractor.extract(page, document.outerHtml());
    boolean bodyMissing = config.filter(known -> !known.body().isEmpty()).isPresent();
    characters = bodyMissing ? 0 : cleared.text().length();
    boolean ours = rules.filter(said -> !said.remove().isEmpty()).isPresent();
    if (!ours && isTooLittle(cleared.text())) {
      overrule(cleared.text());
      return generic;
    }
    return parts.over(
        generic, cleared.kind(), cleared.html(), cleared.text(), image(cleared.html()));
  }

  private Extracted withBody(FoundParts parts, List<Element> body, Set<Part> own) {
    String text = PageLines.of(body);
    String html = body.stream().map(Element::outerHtml).collect(Collectors.joining("\n"));
    if (config.flatMap(SiteConfig::prune).orElse(true) && !own.contains(Part.BODY)) {
      Extracted pruned = ContentExtractor.extract(page, narrowed(body));
      if (pruned.kind() == PageKind.ARTICLE
          && pruned.text().length() >= text.length() * MOST_FURNITURE) {
        text = pruned.text();
        html = pruned.html();
      }
    }
    characters = text.length();
    if (!own.contains(Part.BODY) && isTooLittle(text)) {
      overrule(text);
      return generic;
    }
    return parts.over(generic, kind(text, own), html, text, image(html));
  }

  /** The page with nothing in it but what the rules found. */
  private String narrowed(List<Element> body) {
    Element frame = document.body();
    frame.empty();
    body.forEach(frame::appendChild);
    return document.outerHtml();
  }

  private boolean isTooLittle(String text) {
    return text.length() * 2 < generic.text().length();
  }

  private void overrule(String text) {
    remarks.add(
        "%s is overruled: it finds %d characters where %d can be found without it"
            .formatted(name(), text.length(), generic.text().length()));
  }

  /** Rules find texts; what a page is that is none, they do not know. */
  private PageKind kind(String text, Set<Part> own) {
    return switch (generic.kind()) {
      case ARTICLE, NO_ARTICLE ->
          text.length() >= ENOUGH || own.contains(Part.BODY)
              ? PageKind.ARTICLE
              : PageKind.NO_ARTICLE;
      case PAYWALL -> own.contains(Part.BODY) ? PageKind.ARTICLE : PageKind.PAYWALL;
      case BOT_CHECK, CONSENT_WALL, NOT_FOUND -> generic.kind();
    };
  }

  private Optional<URI> image(String html) {
    boolean wanted =
        config.flatMap(SiteConfig::leadImage).orElse(true)
            || html.contains("<img")
            || html.contains("<picture");
    return wanted ? generic.image() : Optional.empty();
  }

  private Extracted withNextPage(Extracted found, FoundParts parts) {
    boolean guessed = config.flatMap(SiteConfig::guessNextPage).orElse(true);
    Optional<URI> next = parts.nextPage().or(() -> guessed ? generic.nextPage() : Optional.empty());
    return Amended.nextPage(found, next);
  }
}
