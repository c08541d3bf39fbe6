package org.headrace.publish;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a story as an item of JSON Feed. */
final class JsonItem {
  static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final PublishedStory story;
  private final JsonGenerator json;

  private JsonItem(PublishedStory story, JsonGenerator json) {
    this.story = story;
    this.json = json;
  }

  /** As it stands in any feed: indented like a member of a list in an object. */
  static String write(PublishedStory story) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("items");
      json.flush();
      int start = text.getBuffer().length();
      new JsonItem(story, json).write();
      json.flush();
      return text.getBuffer().substring(start).strip();
    }
  }

  /** As the next value of {@code json}. */
  static void write(PublishedStory story, JsonGenerator json) {
    new JsonItem(story, json).write();
  }

  private void write() {
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
    extension();
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

  private void extension() {
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
