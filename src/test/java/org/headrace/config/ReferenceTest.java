package org.headrace.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  @Test
  void the_reference_in_the_docs_is_what_the_schemas_say() throws Exception {
    assertEquals(Reference.text(), Files.readString(Path.of("docs/reference.md")));
  }

  @Test
  void it_knows_keys_within_keys_their_choices_and_defaults() {
    String text = Reference.text();
    assertTrue(text.contains("| `url` | ") && text.contains(" | needed |"), text);
    assertTrue(text.contains("### fetch"), text);
    assertTrue(text.contains("One of `never`, `auto`, `always`."), text);
  }
}
