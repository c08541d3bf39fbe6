package org.headrace.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.headrace.model.ArticleId;
import org.headrace.model.StoryId;
import org.junit.jupiter.api.Test;

/** How stages are connected, and what travels where they leave the process. */
class StagesTest {
  private static final Path FILE = Path.of("kafka.properties");
  private static final Set<String> SHIPPED = Set.of("seda", "direct", "bean");

  @Test
  void the_files_that_are_shipped_name_the_same_stages() throws StartException {
    Map<String, String> single = Stages.read(Path.of("config/stages/single.properties"));
    Map<String, String> kafka = Stages.read(Path.of("config/stages/kafka.properties"));
    assertTrue(kafka.keySet().containsAll(single.keySet()), kafka.keySet().toString());
    assertTrue(Stages.use("kafka", kafka));
    assertFalse(Stages.use("kafka", single));
  }

  @Test
  void what_is_missing_for_kafka_is_said_plainly_with_the_way_to_get_it() {
    StartException refused =
        assertThrows(
            StartException.class,
            () ->
                Stages.demand(
                    FILE, Map.of("stage.scrape", "kafka:scrape?groupId=x"), SHIPPED::contains));
    assertTrue(refused.getMessage().contains("camel-kafka is not in lib/"), refused.getMessage());
    assertTrue(refused.getMessage().contains("mvn -Pkafka package"), refused.getMessage());
    assertTrue(refused.getMessage().contains("stage.scrape"), refused.getMessage());
  }

  @Test
  void a_turn_is_not_handed_to_another_process() {
    StartException refused =
        assertThrows(
            StartException.class,
            () -> Stages.demand(FILE, Map.of("stage.poll", "kafka:poll"), scheme -> true));
    assertTrue(refused.getMessage().contains("stage.poll"), refused.getMessage());
    assertDoesNotThrow(
        () -> Stages.demand(FILE, Map.of("stage.scrape", "kafka:scrape"), scheme -> true));
  }

  @Test
  void an_id_travels_as_its_digits_and_comes_out_the_same() throws Exception {
    try (CamelContext camel = new DefaultCamelContext()) {
      StageMessages.register(camel.getTypeConverterRegistry());
      camel.start();
      ArticleId article = new ArticleId(4_611_686_018_427_387_904L);
      String text = camel.getTypeConverter().mandatoryConvertTo(String.class, article);
      assertEquals("4611686018427387904", text);
      assertEquals(article, camel.getTypeConverter().mandatoryConvertTo(ArticleId.class, text));
      assertEquals(new StoryId(7), camel.getTypeConverter().mandatoryConvertTo(StoryId.class, "7"));
      assertThrows(
          Exception.class,
          () -> camel.getTypeConverter().mandatoryConvertTo(ArticleId.class, "no number"));
    }
  }

  @Test
  void a_process_is_named_by_its_machine_and_port_in_plain_letters() {
    assertEquals("news-1.lan-8080", NodeName.of("news_1.lan", 8080));
    assertEquals("node-80", NodeName.of("", 80));
  }
}
