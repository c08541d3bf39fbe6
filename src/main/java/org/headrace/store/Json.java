package org.headrace.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.headrace.model.ArticleId;
import org.headrace.model.CleanHtml;
import org.headrace.model.Every;
import org.headrace.model.Grouping;
import org.headrace.model.PlainText;
import org.headrace.model.PollState;
import org.headrace.model.Rule;
import org.headrace.model.SourceId;
import org.headrace.model.StoryId;
import org.headrace.model.Validators;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as text. A field this program does not know is passed over and one that is missing is
 * empty, so that a form can grow without rewriting what is kept.
 */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .changeDefaultVisibility(shown -> shown.withIsGetterVisibility(Visibility.NONE))
          .withConfigOverride(String.class, Json::emptyIfMissing)
          .withConfigOverride(List.class, Json::emptyIfMissing)
          .withConfigOverride(Set.class, Json::emptyIfMissing)
          .addModule(
              new SimpleModule()
                  .addDeserializer(PlainText.class, new Texts<>(PlainText.class, PlainText::new))
                  .addDeserializer(CleanHtml.class, new Texts<>(CleanHtml.class, CleanHtml::new)))
          .addMixIn(PlainText.class, AsText.class)
          .addMixIn(CleanHtml.class, AsText.class)
          .addMixIn(ArticleId.class, AsNumber.class)
          .addMixIn(SourceId.class, AsNumber.class)
          .addMixIn(StoryId.class, AsNumber.class)
          .addMixIn(Every.class, EveryKinds.class)
          .addMixIn(Grouping.class, GroupingKinds.class)
          .addMixIn(Rule.Condition.class, ConditionKinds.class)
          .build();

  private Json() {}

  private static void emptyIfMissing(MutableConfigOverride override) {
    override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
  }

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

  /** A kept {@link PollState} as if no document had come yet. */
  static String withoutDocument(String state) {
    PollState kept = read(state, PollState.class);
    ObjectNode tree = MAPPER.valueToTree(kept);
    tree.set("validators", MAPPER.valueToTree(Validators.NONE));
    tree.put("bodyHash", 0L);
    return MAPPER.writeValueAsString(tree);
  }

  /** Reads a record that is written as its one text. */
  private static final class Texts<T> extends StdDeserializer<T> {
    private final Function<String, T> maker;

    Texts(Class<T> kind, Function<String, T> maker) {
      super(kind);
      this.maker = maker;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      return maker.apply(parser.getString());
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
      return maker.apply("");
    }
  }

  private interface AsText {
    @JsonValue
    String value();
  }

  @SuppressWarnings("UnusedVariable") // the constructor is a pattern for Jackson
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

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.Condition.Has.class, name = "has"),
    @JsonSubTypes.Type(value = Rule.Condition.ShorterThan.class, name = "shorter-than"),
    @JsonSubTypes.Type(value = Rule.Condition.LongerThan.class, name = "longer-than"),
    @JsonSubTypes.Type(value = Rule.Condition.OlderThan.class, name = "older-than")
  })
  private interface ConditionKinds {}
}
