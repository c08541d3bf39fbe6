package org.headrace.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import org.headrace.model.ArticleId;
import org.headrace.model.CleanHtml;
import org.headrace.model.Every;
import org.headrace.model.Grouping;
import org.headrace.model.PlainText;
import org.headrace.model.SourceId;
import org.headrace.model.StoryId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as text. A field this program does not know is passed over and one that is missing is
 * empty, so that a form can grow without rewriting what is kept.
 */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .changeDefaultVisibility(
              shown ->
                  shown
                      .withGetterVisibility(Visibility.NONE)
                      .withIsGetterVisibility(Visibility.NONE))
          .changeDefaultNullHandling(missing -> JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
          .addMixIn(PlainText.class, AsText.class)
          .addMixIn(CleanHtml.class, AsText.class)
          .addMixIn(ArticleId.class, AsNumber.class)
          .addMixIn(SourceId.class, AsNumber.class)
          .addMixIn(StoryId.class, AsNumber.class)
          .addMixIn(Every.class, EveryKinds.class)
          .addMixIn(Grouping.class, GroupingKinds.class)
          .build();

  private Json() {}

  static String write(Object kept) {
    return MAPPER.writeValueAsString(kept);
  }

  /**
   * Reads what {@link #write} wrote, now or by an earlier program.
   *
   * @throws StoreException if it is something else
   */
  static <T> T read(String text, Class<T> kind) {
    try {
      return MAPPER.readValue(text, kind);
    } catch (JacksonException e) {
      throw new StoreException(
          "The store holds a " + kind.getSimpleName() + " that cannot be read.", e);
    }
  }

  private abstract static class AsText {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    AsText(String value) {}

    @JsonValue
    abstract String value();
  }

  private abstract static class AsNumber {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    AsNumber(long value) {}

    @JsonValue
    abstract long value();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Every.Auto.class, name = "auto"),
    @JsonSubTypes.Type(value = Every.Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = Every.Cron.class, name = "cron")
  })
  private interface EveryKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Grouping.Joins.class, name = "joins"),
    @JsonSubTypes.Type(value = Grouping.Begins.class, name = "begins")
  })
  private interface GroupingKinds {}
}
