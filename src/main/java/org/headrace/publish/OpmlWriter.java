package org.headrace.publish;

import com.rometools.opml.feed.opml.Attribute;
import com.rometools.opml.feed.opml.Opml;
import com.rometools.opml.feed.opml.Outline;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Source;

/**
 * Writes the list of sources as OPML 2.0. A source stands in the folder of its first topic, as
 * readers expect it; all its topics are in {@code category}.
 *
 * @see <a href="https://opml.org/spec2.opml">OPML 2.0</a>
 */
final class OpmlWriter {
  static final String MEDIA_TYPE = "text/x-opml; charset=utf-8";
  private static final String LOOSE = "";

  private OpmlWriter() {}

  /** The document: folders in the order their first source is listed, sources without one last. */
  static byte[] write(Publication publication) {
    Opml opml = new Opml();
    opml.setFeedType("opml_2.0");
    opml.setEncoding("UTF-8");
    opml.setTitle(FeedTexts.title(publication));
    Map<String, List<Outline>> folders = folders(publication.sources());
    List<Outline> loose = folders.getOrDefault(LOOSE, List.of());
    folders.remove(LOOSE);
    List<Outline> outlines = new ArrayList<>();
    folders.forEach((topic, sources) -> outlines.add(folder(topic, sources)));
    outlines.addAll(loose);
    opml.setOutlines(outlines);
    try {
      return new WireFeedOutput().outputString(opml).getBytes(StandardCharsets.UTF_8);
    } catch (FeedException e) {
      throw new IllegalStateException("a list of legal texts cannot be written as OPML", e);
    }
  }

  private static Map<String, List<Outline>> folders(List<Source> sources) {
    Map<String, List<Outline>> folders = new LinkedHashMap<>();
    for (Source source : sources) {
      List<String> topics = topics(source);
      String folder = topics.isEmpty() ? LOOSE : topics.getFirst();
      outline(source, topics)
          .ifPresent(
              outline -> folders.computeIfAbsent(folder, name -> new ArrayList<>()).add(outline));
    }
    return folders;
  }

  private static Outline folder(String topic, List<Outline> sources) {
    Outline folder = new Outline();
    folder.setText(topic);
    folder.setChildren(sources);
    return folder;
  }

  private static Optional<Outline> outline(Source source, List<String> topics) {
    return WebAddress.of(source.address())
        .map(
            address -> {
              String name = LegalText.line(source.name());
              String shown = name.isEmpty() ? WebAddress.siteName(address) : name;
              Outline outline = new Outline();
              outline.setType("rss");
              outline.setText(shown);
              outline.setTitle(shown);
              outline.setCategories(topics);
              outline.setAttributes(List.of(new Attribute("xmlUrl", address)));
              return outline;
            });
  }

  private static List<String> topics(Source source) {
    return source.topics().stream()
        .map(topic -> LegalText.line(topic).replace(',', ' '))
        .filter(topic -> !topic.isEmpty())
        .toList();
  }
}
