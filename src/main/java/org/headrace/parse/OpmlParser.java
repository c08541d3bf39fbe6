package org.headrace.parse;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.Page;

/**
 * Reads lists of subscriptions. An outline with an address is a feed, one without is a folder.
 *
 * @see <a href="https://opml.org/spec2.opml">OPML 2.0</a>
 */
public final class OpmlParser {
  private static final int MOST = 100_000;
  private static final int LONGEST_TOPIC = 60;

  private OpmlParser() {}

  /**
   * What a list says.
   *
   * @param feeds in document order, each address once
   * @param refused outlines that name an address that is none of the web, as written
   */
  public record Subscriptions(List<Outline> feeds, List<String> refused) {

    public Subscriptions {
      feeds = List.copyOf(feeds);
      refused = List.copyOf(refused);
    }
  }

  /**
   * Reads a document, well-formed or not.
   *
   * @throws UnreadableFeedException if it is no list of subscriptions
   */
  public static Subscriptions parse(Page page) throws UnreadableFeedException {
    RepairLog repairs = new RepairLog();
    Decoded document = ByteSniffer.decode(page.body(), page.contentType(), repairs);
    XmlElement tree = XmlTree.read(document.text(), page.location().toString(), repairs);
    XmlElement opml =
        tree.elements()
            .filter(element -> element.written().equalsIgnoreCase("opml"))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnreadableFeedException(
                        "this is no OPML: " + Stranger.describe(document.text())));
    List<Outline> feeds = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    opml.elements()
        .filter(element -> element.written().equalsIgnoreCase("body"))
        .forEach(body -> read(body, List.of(), feeds, refused));
    return new Subscriptions(once(feeds), refused);
  }

  private static void read(
      XmlElement parent, List<String> folders, List<Outline> feeds, List<String> refused) {
    parent
        .elements()
        .filter(element -> element.written().equalsIgnoreCase("outline"))
        .takeWhile(element -> feeds.size() < MOST)
        .forEach(
            outline -> {
              String address = outline.attribute("xmlUrl");
              if (!address.isEmpty()) {
                feed(outline, address, folders, feeds, refused);
              }
              read(outline, address.isEmpty() ? within(folders, outline) : folders, feeds, refused);
            });
  }

  private static void feed(
      XmlElement outline,
      String address,
      List<String> folders,
      List<Outline> feeds,
      List<String> refused) {
    Set<String> topics = new LinkedHashSet<>(folders);
    Arrays.stream(outline.attribute("category").split(","))
        .map(category -> category.substring(category.lastIndexOf('/') + 1))
        .map(OpmlParser::topic)
        .filter(topic -> !topic.isEmpty())
        .forEach(topics::add);
    Optional<URI> uri = web(address);
    if (uri.isEmpty()) {
      refused.add(address);
    }
    uri.ifPresent(found -> feeds.add(new Outline(title(outline), found, List.copyOf(topics))));
  }

  private static List<String> within(List<String> folders, XmlElement folder) {
    String name = topic(title(folder));
    if (name.isEmpty()) {
      return folders;
    }
    List<String> deeper = new ArrayList<>(folders);
    deeper.add(name);
    return deeper;
  }

  private static String topic(String written) {
    String name = written.strip();
    return name.length() > LONGEST_TOPIC ? name.substring(0, LONGEST_TOPIC).strip() : name;
  }

  private static String title(XmlElement outline) {
    String text = outline.attribute("text");
    return text.isEmpty() ? outline.attribute("title") : text;
  }

  private static Optional<URI> web(String address) {
    try {
      URI uri = new URI(address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && uri.getHost() != null && uri.getRawUserInfo() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static List<Outline> once(List<Outline> feeds) {
    Set<URI> seen = new LinkedHashSet<>();
    return feeds.stream().filter(outline -> seen.add(outline.feed())).toList();
  }
}
