package org.headrace.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.headrace.model.Source;

/**
 * Writes the list of sources as OPML 2.0. A source stands in the folder of its first topic, as
 * readers expect it; all its topics are in {@code category}.
 *
 * @see <a href="https://opml.org/spec2.opml">OPML 2.0</a>
 */
final class OpmlWriter {
  static final String MEDIA_TYPE = "text/x-opml; charset=utf-8";

  private OpmlWriter() {}

  /** The document: folders in the order their first source is listed, sources without one last. */
  static byte[] write(Publication publication) {
    return XmlDocument.of(xml -> opml(xml, publication));
  }

  private static void opml(XmlDocument xml, Publication publication) throws XMLStreamException {
    xml.open("opml", "version", "2.0");
    xml.open("head").text("title", FeedTexts.title(publication)).close();
    xml.open("body");
    Map<String, List<Source>> folders = folders(publication.sources());
    List<Source> loose = folders.remove("");
    for (Map.Entry<String, List<Source>> folder : folders.entrySet()) {
      xml.open("outline", "text", folder.getKey());
      for (Source source : folder.getValue()) {
        outline(xml, source);
      }
      xml.close();
    }
    for (Source source : loose == null ? List.<Source>of() : loose) {
      outline(xml, source);
    }
    xml.close().close();
  }

  private static void outline(XmlDocument xml, Source source) throws XMLStreamException {
    String address = WebAddress.of(source.address()).orElse("");
    String name = LegalText.line(source.name());
    if (!address.isEmpty()) {
      String shown = name.isEmpty() ? WebAddress.siteName(address) : name;
      xml.empty(
          "outline",
          "type",
          "rss",
          "text",
          shown,
          "title",
          shown,
          "xmlUrl",
          address,
          "category",
          String.join(",", topics(source)));
    }
  }

  private static Map<String, List<Source>> folders(List<Source> sources) {
    Map<String, List<Source>> folders = new LinkedHashMap<>();
    for (Source source : sources) {
      List<String> topics = topics(source);
      String folder = topics.isEmpty() ? "" : topics.get(0);
      folders.computeIfAbsent(folder, name -> new ArrayList<>()).add(source);
    }
    return folders;
  }

  private static List<String> topics(Source source) {
    return source.topics().stream()
        .map(topic -> LegalText.line(topic).replace(',', ' '))
        .filter(topic -> !topic.isEmpty())
        .toList();
  }
}
