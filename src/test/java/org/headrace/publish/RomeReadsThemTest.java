package org.headrace.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headrace.model.Story;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that is not ours finds in our feeds what was put into them. */
class RomeReadsThemTest {
  private static final Publication MORNING =
      Samples.morning(URI.create("https://news.example/"), "", "https://pictures.example/");

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/feed.rss"})
  void every_story_with_title_link_date_author_and_text(String path) throws Exception {
    Edition edition =
        OutputWriter.editions(MORNING).stream()
            .filter(made -> made.path().equals(path))
            .findFirst()
            .orElseThrow();
    SyndFeed feed =
        new SyndFeedInput()
            .build(
                new InputStreamReader(
                    new ByteArrayInputStream(edition.plain()), StandardCharsets.UTF_8));
    Map<String, Story> stories =
        MORNING.stories().stream().collect(Collectors.toMap(Story::tag, Function.identity()));

    assertEquals(stories.size(), feed.getEntries().size());
    for (SyndEntry entry : feed.getEntries()) {
      Story story = stories.get(entry.getUri());
      // Rome gives titles as HTML
      assertEquals(story.face().title().value(), Parser.unescapeEntities(entry.getTitle(), false));
      assertEquals(story.face().link().orElseThrow().toString(), entry.getLink());
      assertEquals(
          Date.from(story.published()).getTime() / 1000, entry.getPublishedDate().getTime() / 1000);
      assertFalse(entry.getAuthor().isBlank());
      assertEquals(
          List.of(), entry.getContents().stream().filter(c -> c.getValue().isBlank()).toList());
    }
  }
}
