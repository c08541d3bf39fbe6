package org.headrace.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.headrace.model.Article;
import org.headrace.model.Mention;
import org.headrace.model.PlainText;
import org.headrace.model.Source;
import org.headrace.model.SourceId;
import org.headrace.model.Story;
import org.headrace.model.TextOrigin;

/**
 * Prepares the stories of a publication once for all formats. What it has prepared it remembers, so
 * that a story that did not change is not prepared again.
 */
final class Typesetter {
  private static final int SUMMARY_ROOM = 300;
  private static final int TITLE_ROOM = 90;

  private final Map<String, Ready> before;
  private final Map<String, Ready> ready = new HashMap<>();
  private final Map<SourceId, Source> sources;

  /** A story, and how it is shown. */
  record Ready(Story story, PublishedStory shown) {}

  /** Knows nothing yet. */
  Typesetter(List<Source> sources) {
    this(byId(sources), Map.of());
  }

  private Typesetter(Map<SourceId, Source> sources, Map<String, Ready> before) {
    this.sources = sources;
    this.before = before;
  }

  private static Map<SourceId, Source> byId(List<Source> sources) {
    Map<SourceId, Source> byId = new HashMap<>();
    sources.forEach(source -> byId.putIfAbsent(source.id(), source));
    return byId;
  }

  /** For the next publications: knows what this one has prepared, if the sources are the same. */
  Typesetter next(List<Source> listed, boolean same) {
    return same ? new Typesetter(sources, ready) : new Typesetter(listed);
  }

  /** Newest first, each tag once. */
  List<PublishedStory> set(Publication publication) {
    Map<String, Instant> times = DistinctTimes.of(publication.stories());
    Set<String> tags = new HashSet<>();
    return publication.stories().stream()
        .sorted(Comparator.comparing(Story::published).reversed().thenComparing(Story::tag))
        .filter(story -> tags.add(story.tag()))
        .map(story -> timed(ready(story, publication), times))
        .toList();
  }

  private static PublishedStory timed(PublishedStory story, Map<String, Instant> times) {
    Instant updated = times.getOrDefault(story.id(), story.updated());
    return updated.equals(story.updated()) ? story : story.updated(updated);
  }

  private PublishedStory ready(Story story, Publication publication) {
    String page = publication.storyFolder() + story.id();
    Ready made = ready.getOrDefault(page, before.get(page));
    if (made == null || !made.story().equals(story)) {
      made = new Ready(story, shown(story, page, publication));
    }
    ready.put(page, made);
    return made.shown();
  }

  private PublishedStory shown(Story story, String page, Publication publication) {
    Article face = story.face();
    String link = face.link().flatMap(WebAddress::of).orElse(publication.at(page));
    PublishedStory.Origin source = source(face, link);
    List<String> named = lines(face.authors());
    String byline = named.equals(List.of(source.name())) ? "" : String.join(", ", named);
    String summary = summary(face);
    String text = StoryHtml.text(LegalText.of(face.content().value()), summary);
    Optional<String> given = face.image().flatMap(WebAddress::of);
    Optional<String> inText = given.flatMap(image -> LeadImage.in(text, image));
    Optional<String> image = inText.or(() -> given);
    String body = StoryHtml.body(text, image, inText.isPresent());
    List<PublishedStory.Also> alsoIn = story.alsoIn().stream().map(Typesetter::also).toList();
    OptionalInt minutes = minutes(face);
    return new PublishedStory(
        story.tag(),
        link,
        page,
        title(face, summary, source.name()),
        named.isEmpty() ? List.of(source.name()) : named,
        source,
        body,
        body + StoryHtml.line(source.name(), link, byline, minutes, alsoIn),
        summary,
        summary.isEmpty() || summary.equals(LegalText.line(face.text())),
        image,
        minutes,
        alsoIn,
        distinct(face.topics()),
        categories(face),
        face.enclosures().stream().flatMap(e -> Attachment.of(e).stream()).distinct().toList(),
        LanguageTag.of(face.language()),
        LegalText.line(face.rights().value()),
        DistinctTimes.writable(story.published()),
        DistinctTimes.own(story),
        DistinctTimes.writable(later(story.updated(), face.seen())),
        face.origin().name().toLowerCase(Locale.ROOT));
  }

  private PublishedStory.Origin source(Article face, String link) {
    Optional<Source> listed = Optional.ofNullable(sources.get(face.source()));
    Optional<String> feed = listed.map(Source::address).flatMap(WebAddress::of);
    String name = LegalText.line(listed.map(Source::name).orElse(face.sourceName()));
    String shown = name.isEmpty() ? WebAddress.siteName(link) : name;
    return new PublishedStory.Origin(shown, feed, feed.flatMap(f -> WebAddress.site(f, link)));
  }

  private static PublishedStory.Also also(Mention mention) {
    Optional<String> link = mention.link().flatMap(WebAddress::of);
    String name = LegalText.line(mention.sourceName());
    String host = link.map(WebAddress::siteName).orElse("another source");
    return new PublishedStory.Also(
        name.isEmpty() ? host : name, LegalText.line(mention.title().value()), link);
  }

  private static String title(Article face, String summary, String sourceName) {
    String title = LegalText.line(face.title().value());
    if (!title.isEmpty()) {
      return title;
    }
    return summary.isEmpty() ? sourceName : ShortText.of(summary, TITLE_ROOM);
  }

  private static String summary(Article face) {
    String given = LegalText.line(face.summary().value());
    return ShortText.of(given.isEmpty() ? LegalText.line(face.text()) : given, SUMMARY_ROOM);
  }

  private static OptionalInt minutes(Article face) {
    boolean whole = face.origin() == TextOrigin.PAGE || face.origin() == TextOrigin.FEED;
    return whole ? ReadingTime.minutes(face.text()) : OptionalInt.empty();
  }

  private static List<String> categories(Article face) {
    List<String> all = new ArrayList<>(face.topics());
    face.categories().forEach(category -> all.add(category.value()));
    return distinct(all);
  }

  private static List<String> lines(List<PlainText> texts) {
    return distinct(texts.stream().map(PlainText::value).toList());
  }

  private static List<String> distinct(Collection<String> texts) {
    Set<String> known = new HashSet<>();
    return texts.stream()
        .map(LegalText::line)
        .filter(text -> !text.isEmpty() && known.add(text.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
