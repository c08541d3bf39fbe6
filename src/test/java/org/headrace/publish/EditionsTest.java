package org.headrace.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionsTest {
  private static final Instant NOON = Instant.parse("2025-11-03T12:00:00Z");

  @Test
  void an_edition_is_compressed_without_loss() throws Exception {
    Publication publication =
        Samples.morning(URI.create("http://localhost/"), "", "https://pictures.example/");
    Edition feed = FeedDocument.edition(publication, "/feed.atom");
    assertTrue(feed.brotli().length < feed.gzip().length);
    assertTrue(feed.gzip().length < feed.plain().length / 4);
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(feed.gzip()))) {
      assertArrayEquals(feed.plain(), gzip.readAllBytes());
    }
    assertArrayEquals(feed.plain(), Decoder.decompress(feed.brotli()).getDecompressedData());
  }

  @Test
  void the_tag_follows_the_content() {
    Edition one = edition("/a.atom", "one");
    assertEquals(one.etag(), edition("/b.atom", "one").etag());
    assertNotEquals(one.etag(), edition("/a.atom", "two").etag());
    assertTrue(one.etag().matches("\"[0-9a-f]{32}\""));
  }

  @Test
  void a_document_that_did_not_change_is_not_made_anew() {
    Publication before = Samples.of(Samples.plain(1, "One", NOON), Samples.plain(2, "Two", NOON));
    Editions held = new Editions();
    held.swap(OutputWriter.editions(before));
    Publication after = Samples.of(Samples.plain(1, "One", NOON));
    List<Edition> next = OutputWriter.site(List.of(after), held);
    assertSame(held.find("/story/1").orElseThrow(), find(next, "/story/1"));
    Edition feed = held.find("/feed.atom").orElseThrow();
    assertNotEquals(feed.etag(), find(next, "/feed.atom").etag());
    assertTrue(
        find(next, "/feed.atom").lastModified().isAfter(feed.lastModified()),
        "who asks by time alone sees that a story left");
  }

  @Test
  void a_swap_replaces_everything() {
    Editions editions = new Editions();
    assertTrue(editions.isEmpty());
    editions.swap(List.of(edition("/a.atom", "first"), edition("/a.atom", "second")));
    assertEquals("first", text(editions.find("/a.atom").orElseThrow()));
    editions.swap(List.of(edition("/b.atom", "b")));
    assertTrue(editions.find("/a.atom").isEmpty());
    assertEquals(1, editions.all().size());
  }

  @Test
  void a_path_that_leaves_the_site_is_refused() {
    for (String path : List.of("a", "/../a", "/.hidden", "/A", "/a b", "/a/..", "/\u00e4")) {
      assertThrows(IllegalArgumentException.class, () -> edition(path, "x"), path);
    }
  }

  @Test
  void pages_become_files_that_a_static_host_finds() {
    Edition page = Edition.of("/story/1", Pages.MEDIA_TYPE, new byte[0], NOON);
    assertEquals("story/1/index.html", page.file());
    assertEquals("index.html", Edition.of("/", Pages.MEDIA_TYPE, new byte[0], NOON).file());
    assertEquals("topic/local.atom", edition("/topic/local.atom", "x").file());
  }

  @Test
  void files_are_written_once_and_removed_with_their_story(@TempDir Path folder) throws Exception {
    String longText = "text ".repeat(100);
    Path foreign = Files.writeString(folder.resolve("mine.txt"), "keep");
    EditionFiles.write(
        folder, List.of(edition("/a.atom", longText), edition("/story/b.atom", "b")));
    Path kept = folder.resolve("a.atom");
    assertEquals(longText, Files.readString(kept));
    assertTrue(Files.exists(folder.resolve("a.atom.gz")));
    assertTrue(Files.exists(folder.resolve("a.atom.br")));
    assertTrue(Files.exists(folder.resolve("story/b.atom")));
    FileTime old = FileTime.from(NOON);
    Files.setLastModifiedTime(kept, old);
    List<String> written =
        EditionFiles.write(folder, List.of(edition("/a.atom", longText), edition("/c.atom", "c")));
    assertEquals(List.of("c.atom"), written);
    assertEquals(old, Files.getLastModifiedTime(kept));
    assertFalse(Files.exists(folder.resolve("story/b.atom")));
    assertTrue(Files.exists(foreign));
  }

  @Test
  void a_list_that_was_tampered_with_removes_nothing_outside(@TempDir Path folder)
      throws Exception {
    Path outside = Files.writeString(folder.resolve("outside.txt"), "keep");
    Path site = Files.createDirectory(folder.resolve("site"));
    Files.writeString(site.resolve(".headrace-files"), "../outside.txt\n" + outside + "\n.\n\n");
    EditionFiles.write(site, List.of(edition("/a.atom", "a")));
    assertTrue(Files.exists(outside));
  }

  @Test
  void topics_get_safe_names_that_differ() {
    assertEquals("topic/local-news", TopicPath.of(" Local  News".replace("  ", " ")));
    assertEquals(TopicPath.of("LOCAL"), TopicPath.of("local"));
    assertNotEquals(TopicPath.of("C"), TopicPath.of("C++"));
    assertNotEquals(TopicPath.of("川"), TopicPath.of("山"));
    for (String topic : List.of("C++", "川", "../etc", "Größe", "", "a/b", "x".repeat(500))) {
      assertTrue(TopicPath.isOne(TopicPath.of(topic)), TopicPath.of(topic));
    }
  }

  private static Edition edition(String path, String text) {
    return Edition.of(path, "text/plain", text.getBytes(StandardCharsets.UTF_8), NOON);
  }

  private static String text(Edition edition) {
    return new String(edition.plain(), StandardCharsets.UTF_8);
  }

  private static Edition find(List<Edition> editions, String path) {
    return editions.stream().filter(e -> e.path().equals(path)).findFirst().orElseThrow();
  }
}
