package org.headrace.publish;

import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Writes JSON Feed 1.1. What it has no member for stands in {@code _headrace}: source, other
 * sources, minutes to read, rights, and where the text comes from.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFeedWriter {
  static final String MEDIA_TYPE = "application/feed+json; charset=utf-8";

  private final JsonGenerator json;

  private JsonFeedWriter(JsonGenerator json) {
    this.json = json;
  }

  /**
   * The feed document.
   *
   * @param made knows the stories that were written before
   */
  static byte[] write(Masthead masthead, List<PublishedStory> stories, Fragments<String> made) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (JsonGenerator json = JsonItem.MAPPER.createGenerator(bytes)) {
      new JsonFeedWriter(json).feed(masthead, stories, made);
    }
    return bytes.toByteArray();
  }

  private void feed(Masthead masthead, List<PublishedStory> stories, Fragments<String> made) {
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
    stories.forEach(story -> json.writeRawValue(made.of(story, JsonItem::write)));
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

  private void optional(String name, String text) {
    if (!text.isEmpty()) {
      json.writeStringProperty(name, text);
    }
  }
}
