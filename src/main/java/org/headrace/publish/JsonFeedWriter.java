package org.headrace.publish;

import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON Feed 1.1. What it has no member for stands in {@code _headrace}: source, other
 * sources, minutes to read, rights, and where the text comes from.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFeedWriter {
  static final String MEDIA_TYPE = "application/feed+json; charset=utf-8";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final JsonGenerator json;

  private JsonFeedWriter(JsonGenerator json) {
    this.json = json;
  }

  /** The feed document. */
  static byte[] write(Masthead masthead, List<PublishedStory> stories) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      new JsonFeedWriter(json).feed(masthead, stories);
    }
    return bytes.toByteArray();
  }

  private void feed(Masthead masthead, List<PublishedStory> stories) {
    json.writeStartObject();
    json.writeStringProperty("version", "https://jsonfeed.org/version/1.1");
    json.writeStringProperty("title", masthead.title());
    json.writeStringProperty("home_page_url", masthead.page());
    json.writeStringProperty("feed_url", masthead.self("json"));
    json.writeStringProperty("description", masthead.description());
    json.writeStringProperty("favicon", masthead.site() + "favicon.ico");
    optional("language", LanguageTag.shared(stories));
    optional("next_url", masthead.place().previous().map(part -> part + ".json").orElse(""));
    hubs(masthead.hubs());
    json.writeArrayPropertyStart("items");
    stories.forEach(this::item);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void hubs(List<String> hubs) {
    if (!hubs.isEmpty()) {
      json.writeArrayPropertyStart("hubs");
      for (String hub : hubs) {
        json.writeStartObject();
        json.writeStringProperty("type", "WebSub");
        json.writeStringProperty("url", hub);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void item(PublishedStory story) {
    json.writeStartObject();
    json.writeStringProperty("id", story.id());
    json.writeStringProperty("url", story.link());
    json.writeStringProperty("title", story.title());
    json.writeStringProperty("content_html", story.content());
    // A summary is plain text; one that speaks of tags would be taken for HTML, so it is left out.
    if (!story.summaryIsAll() && !LegalText.looksLikeHtml(story.summary())) {
      json.writeStringProperty("summary", story.summary());
    }
    optional("image", story.image().orElse(""));
    json.writeStringProperty("date_published", story.published().toString());
    json.writeStringProperty("date_modified", story.updated().toString());
    optional("language", story.language());
    authors(story.authors());
    tags(story.categories());
    attachments(story.attachments());
    extension(story);
    json.writeEndObject();
  }

  private void authors(List<String> authors) {
    json.writeArrayPropertyStart("authors");
    for (String author : authors) {
      json.writeStartObject().writeStringProperty("name", author).writeEndObject();
    }
    json.writeEndArray();
  }

  private void tags(List<String> categories) {
    if (!categories.isEmpty()) {
      json.writeArrayPropertyStart("tags");
      categories.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private void attachments(List<Attachment> attachments) {
    if (!attachments.isEmpty()) {
      json.writeArrayPropertyStart("attachments");
      for (Attachment attachment : attachments) {
        json.writeStartObject();
        json.writeStringProperty("url", attachment.address());
        json.writeStringProperty("mime_type", attachment.type());
        if (attachment.length() > 0) {
          json.writeNumberProperty("size_in_bytes", attachment.length());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void extension(PublishedStory story) {
    json.writeName("_headrace").writeStartObject();
    json.writeName("source").writeStartObject();
    json.writeStringProperty("name", story.source().name());
    optional("feed_url", story.source().feed().orElse(""));
    optional("home_page_url", story.source().site().orElse(""));
    json.writeEndObject();
    json.writeArrayPropertyStart("also_in");
    for (PublishedStory.Also also : story.alsoIn()) {
      json.writeStartObject().writeStringProperty("name", also.name());
      optional("title", also.title());
      optional("url", also.link().orElse(""));
      json.writeEndObject();
    }
    json.writeEndArray();
    story.minutes().ifPresent(minutes -> json.writeNumberProperty("minutes", minutes));
    optional("rights", story.rights());
    json.writeStringProperty("text_from", story.origin());
    json.writeEndObject();
  }

  private void optional(String name, String text) {
    if (!text.isEmpty()) {
      json.writeStringProperty(name, text);
    }
  }
}
