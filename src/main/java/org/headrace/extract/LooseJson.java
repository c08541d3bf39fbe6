package org.headrace.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads JSON as pages carry it: with comments, trailing commas, line breaks in strings. Where it
 * breaks off, what was read so far counts.
 */
final class LooseJson {
  private static final int DEEPEST = 60;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .build();

  private LooseJson() {}

  /** Maps, lists and strings; numbers and truth values as their text. Empty if there is nothing. */
  static List<Object> read(String json) {
    List<Object> roots = new ArrayList<>();
    String bare = withoutWrapper(json);
    if (bare.isEmpty()) {
      return roots;
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bare)) {
      while (parser.nextToken() != null) {
        value(parser, roots::add);
      }
    } catch (JacksonException broken) {
      return roots;
    }
    return roots;
  }

  /** Old systems wrap scripts in a comment or a CDATA section. */
  private static String withoutWrapper(String json) {
    int brace = json.indexOf('{');
    int bracket = json.indexOf('[');
    if (json.contains("<![CDATA[")) {
      bracket = brace;
    }
    int start = brace < 0 ? bracket : bracket < 0 ? brace : Math.min(brace, bracket);
    int end = Math.max(json.lastIndexOf('}'), json.lastIndexOf(']'));
    return start < 0 ? "" : end > start ? json.substring(start, end + 1) : json.substring(start);
  }

  private static void value(JsonParser parser, Consumer<Object> into) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> map = new LinkedHashMap<>();
      into.accept(map);
      object(parser, map);
    } else if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      into.accept(list);
      array(parser, list);
    } else if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
      into.accept(parser.getString());
    }
  }

  private static void object(JsonParser parser, Map<String, Object> map) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      value(parser, found -> map.putIfAbsent(name, found));
    }
  }

  private static void array(JsonParser parser, List<Object> list) {
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      value(parser, list::add);
    }
  }
}
