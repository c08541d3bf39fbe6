package org.headrace.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headrace.model.Story;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other programs read of the log of stories. */
class StoryRecordTest {
  private static final Publication SITE =
      Samples.morning(URI.create("https://news.example/"), "", "https://pictures.example/");

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(Path.of("config/schema/story.schema.json")), InputFormat.JSON);
  }

  @Test
  void every_story_has_the_form_that_is_promised() throws IOException {
    Schema schema = schema();
    for (Story story : SITE.stories()) {
      String record = StoryRecord.of(story, 7, SITE, Samples.SOURCES);
      assertEquals(List.of(), schema.validate(record, InputFormat.JSON), record);
      assertFalse(record.contains("\n"), "one line");
    }
  }

  @Test
  void a_record_without_its_number_is_not_of_that_form() throws IOException {
    String record =
        StoryRecord.of(SITE.stories().getFirst(), 7, SITE, List.of()).replace("\"change\":7,", "");
    assertFalse(schema().validate(record, InputFormat.JSON).isEmpty());
  }

  @Test
  void it_says_the_same_of_a_story_as_the_feed_does() {
    Story story = SITE.stories().getFirst();
    JsonNode record = JsonMapper.shared().readTree(StoryRecord.of(story, 7, SITE, Samples.SOURCES));
    JsonNode feed =
        JsonMapper.shared()
            .readTree(
                JsonItem.write(
                    new Typesetter(Samples.SOURCES).set(SITE.with(List.of(story))).getFirst()));
    assertEquals(feed, record.path("story"));
    assertEquals(StoryRecord.VERSION, record.path("version").asInt());
  }
}
