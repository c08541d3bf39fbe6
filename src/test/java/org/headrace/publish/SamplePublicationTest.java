package org.headrace.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes a whole site to {@code target/sample-site}, for validators and for the eye. */
class SamplePublicationTest {
  private static final URI ADDRESS = URI.create("https://morning.example/");

  @Test
  void a_whole_site_is_written() throws IOException {
    String pictures = "https://pictures.example/";
    Publication whole = Samples.morning(ADDRESS, "", pictures);
    Publication topic = Samples.morning(ADDRESS, "topic/science", pictures);
    List<Edition> editions = OutputWriter.site(List.of(whole, topic), new Editions());
    Path folder = Path.of("target", "sample-site");
    EditionFiles.write(folder, editions);
    assertTrue(Files.size(folder.resolve("feed.atom")) > 50_000);
    assertEquals(
        4 + 1 + 4 + 4 + whole.stories().size(),
        editions.size(),
        "feeds and page, OPML, assets, topic, stories");
  }
}
