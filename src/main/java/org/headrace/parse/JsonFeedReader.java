package org.headrace.parse;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.headrace.model.Category;
import org.headrace.model.Enclosure;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.FeedHead;
import org.headrace.model.Link;
import org.headrace.model.Person;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON Feed, versions 1 and 1.1, also where a member has another type than it should.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFeedReader {
  private final String base;

  private JsonFeedReader(String base) {
    this.base = base;
  }

  /** The feed; empty if the document is JSON of another kind. */
  static Optional<Feed> read(Decoded document, String base, RepairLog repairs) {
    JsonNode root = JsonTree.read(document.text(), repairs);
    String version = text(root, "version");
    boolean feed =
        version.contains("jsonfeed.org/version/")
            || root.path("items").isArray() && (root.has("title") || !version.isEmpty());
    if (!feed) {
      return Optional.empty();
    }
    JsonFeedReader reader = new JsonFeedReader(base);
    FeedHead head = reader.head(root);
    List<Entry> entries = new ArrayList<>();
    root.path("items").forEach(item -> reader.entry(item, head).ifPresent(entries::add));
    return Optional.of(
        new Feed(format(version), document.encoding(), head, entries, repairs.repairs()));
  }

  private static String format(String version) {
    return version.endsWith("1.1") ? "json1.1" : "json1.0";
  }

  private FeedHead head(JsonNode root) {
    return FeedHead.builder()
        .title(HtmlText.title(text(root, "title")))
        .description(HtmlText.of(text(root, "description")))
        .link(address(root, "home_page_url"))
        .self(address(root, "feed_url"))
        .language(text(root, "language"))
        .image(address(root, "icon"))
        .icon(address(root, "favicon"))
        .authors(authors(root))
        .links(links(root))
        .build();
  }

  private List<Link> links(JsonNode root) {
    List<Link> links = new ArrayList<>();
    link(root, "home_page_url", "alternate").ifPresent(links::add);
    link(root, "feed_url", "self").ifPresent(links::add);
    link(root, "next_url", "next").ifPresent(links::add);
    for (JsonNode hub : root.path("hubs")) {
      link(hub, "url", "hub").ifPresent(links::add);
    }
    return links;
  }

  private Optional<Link> link(JsonNode node, String member, String rel) {
    return address(node, member).map(href -> new Link(rel, href.toString(), "", "", "", ""));
  }

  private Optional<Entry> entry(JsonNode item, FeedHead head) {
    if (!item.isObject()) {
      return Optional.empty();
    }
    String html = HtmlAddresses.absolute(text(item, "content_html"), base);
    List<Person> authors = authors(item);
    List<Link> links = new ArrayList<>();
    link(item, "url", "alternate").ifPresent(links::add);
    link(item, "external_url", "related").ifPresent(links::add);
    Entry entry =
        Entry.builder()
            .id(text(item, "id"))
            .link(address(item, "url").or(() -> address(item, "external_url")))
            .title(HtmlText.title(text(item, "title")))
            .summary(HtmlText.of(text(item, "summary")))
            .content(html.isEmpty() ? HtmlText.of(text(item, "content_text")) : html)
            .published(date(item, "date_published"))
            .updated(date(item, "date_modified"))
            .language(text(item, "language"))
            .image(address(item, "image").or(() -> address(item, "banner_image")))
            .authors(authors.isEmpty() ? head.authors() : authors)
            .categories(tags(item))
            .enclosures(attachments(item))
            .duration(duration(item))
            .links(links)
            .build();
    return Optional.of(EntryId.given(entry, ""));
  }

  private static Optional<Instant> date(JsonNode node, String member) {
    return FeedDates.read(text(node, member));
  }

  private List<Person> authors(JsonNode node) {
    return Stream.of(node.path("authors"), node.path("author"))
        .flatMap(JsonFeedReader::oneOrMany)
        .map(this::author)
        .filter(person -> !person.equals(Person.named("")))
        .distinct()
        .toList();
  }

  private Person author(JsonNode author) {
    return author.isObject()
        ? new Person(text(author, "name"), "", address(author, "url").map(URI::toString).orElse(""))
        : Person.named(author.asString(""));
  }

  private static List<Category> tags(JsonNode item) {
    return oneOrMany(item.path("tags"))
        .map(tag -> tag.asString("").strip())
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .map(Category::of)
        .toList();
  }

  private List<Enclosure> attachments(JsonNode item) {
    List<Enclosure> found = new ArrayList<>();
    for (JsonNode one : item.path("attachments")) {
      OptionalLong length = Attachments.length(text(one, "size_in_bytes"));
      address(one, "url")
          .ifPresent(
              url -> found.add(new Enclosure(url.toString(), text(one, "mime_type"), length)));
    }
    return found;
  }

  private static Optional<Duration> duration(JsonNode item) {
    return Durations.read(text(item.path("attachments").path(0), "duration_in_seconds"));
  }

  private static Stream<JsonNode> oneOrMany(JsonNode node) {
    return node.isArray()
        ? node.valueStream()
        : node.isMissingNode() ? Stream.of() : Stream.of(node);
  }

  private Optional<URI> address(JsonNode node, String member) {
    return Address.of(base, text(node, member));
  }

  /** A member's text or number, stripped; empty if it is missing or of another kind. */
  private static String text(JsonNode node, String member) {
    return node.path(member).asString("").strip();
  }
}
