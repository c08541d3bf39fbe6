package org.headrace.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static final Scope SCOPE =
      Scope.empty()
          .put("name", "Cod & <Sons>")
          .put("nothing", "")
          .put("fish", List.of(Scope.empty().put("kind", "cod"), Scope.empty().put("kind", "eel")));

  @Test
  void markup_is_escaped_unless_asked_for() {
    assertEquals("Cod &amp; &lt;Sons&gt;", filled("{{name}}"));
    assertEquals("Cod & <Sons>", filled("{{&name}}"));
  }

  @Test
  void a_section_repeats_and_sees_what_is_around_it() {
    assertEquals(
        "cod/Cod & <Sons> eel/Cod & <Sons> ", filled("{{#fish}}{{kind}}/{{&name}} {{/fish}}"));
  }

  @Test
  void an_empty_value_hides_its_section_and_shows_the_inverted_one() {
    assertEquals("b", filled("{{#nothing}}a{{/nothing}}{{^nothing}}b{{/nothing}}"));
    assertEquals("a", filled("{{#name}}a{{/name}}{{^name}}b{{/name}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{#fish}}", "{{/fish}}", "{{name", "{{unknown}}", "{{#a}}{{/b}}"})
  void a_faulty_template_is_refused(String source) {
    assertThrows(IllegalArgumentException.class, () -> filled(source));
  }

  private static String filled(String source) {
    return Template.of(source).fill(SCOPE);
  }
}
