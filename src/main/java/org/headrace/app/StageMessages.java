package org.headrace.app;

import java.util.function.Function;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.SimpleTypeConverter;
import org.headrace.model.ArticleId;
import org.headrace.model.StoryId;
import org.headrace.pipeline.LoggedStory;

/**
 * What travels between the stages where they leave the process: an id is its decimal digits, so
 * that a message can be read by eye and by any version of the program.
 */
final class StageMessages {
  private StageMessages() {}

  /** Teaches {@code registry} to write each message as text and to read it again. */
  static void register(TypeConverterRegistry registry) {
    register(registry, ArticleId.class, ArticleId::of);
    register(registry, StoryId.class, StoryId::of);
    write(registry, LoggedStory.class);
  }

  private static <T> void register(
      TypeConverterRegistry registry, Class<T> message, Function<String, T> read) {
    write(registry, message);
    registry.addTypeConverter(
        message,
        String.class,
        new SimpleTypeConverter(
            false, (type, exchange, value) -> read.apply(value.toString().strip())));
  }

  private static void write(TypeConverterRegistry registry, Class<?> message) {
    registry.addTypeConverter(
        String.class,
        message,
        new SimpleTypeConverter(false, (type, exchange, value) -> value.toString()));
  }
}
