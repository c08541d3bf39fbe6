package org.headrace.publish;

import java.io.StringWriter;
import java.util.List;
import org.headrace.model.Source;
import org.headrace.model.Story;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A published story as one line of JSON, for programs that follow all of them. Its form is {@code
 * story.schema.json}; a change of the form that a reader would stumble over raises {@link
 * #VERSION}, one that adds a member does not.
 */
public final class StoryRecord {
  /** Names the form in every record. */
  public static final String FORMAT = "headrace-story";

  /** Of the form. */
  public static final int VERSION = 1;

  private static final JsonMapper COMPACT = new JsonMapper();

  private StoryRecord() {}

  /**
   * The record of {@code story}.
   *
   * @param change number of its last change: of two records of a story the greater one counts
   * @param site what stands around it; its stories don't matter
   * @param source that the story is shown from; empty if it is no longer listed
   */
  public static String of(Story story, long change, Publication site, List<Source> source) {
    PublishedStory shown = new Typesetter(source).set(site.with(List.of(story))).getFirst();
    StringWriter text = new StringWriter();
    try (JsonGenerator json = COMPACT.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      json.writeNumberProperty("version", VERSION);
      json.writeNumberProperty("change", change);
      json.writeName("story");
      JsonItem.write(shown, json);
      json.writeEndObject();
    }
    return text.toString();
  }
}
