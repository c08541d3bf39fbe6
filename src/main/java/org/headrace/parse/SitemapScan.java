package org.headrace.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the lines of a sitemap in one pass, well-formed or not. Names of the protocol have no
 * prefix here, those of its extensions the usual one, whatever the document binds.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a>
 */
final class SitemapScan implements MarkupHandler {
  /** The most that the protocol allows. */
  private static final int MOST_ROWS = 50_000;

  private static final Set<String> SAID =
      Set.of(
          "loc",
          "lastmod",
          "news:title",
          "news:publication_date",
          "news:language",
          "news:name",
          "news:keywords",
          "image:loc");

  private final Map<String, String> prefixes = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final CharacterReferences references;
  private final List<SitemapRow> rows = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String root = "";
  private String inside = "";
  private SitemapRow row = new SitemapRow();

  private SitemapScan(RepairLog repairs) {
    references = new CharacterReferences(names, repairs);
  }

  static SitemapScan of(String document, RepairLog repairs) {
    SitemapScan scan = new SitemapScan(repairs);
    new MarkupScanner(document, scan, repairs).scan();
    scan.endText();
    scan.endRow();
    return scan;
  }

  boolean isList() {
    return root.equals("urlset");
  }

  boolean isIndex() {
    return root.equals("sitemapindex");
  }

  List<SitemapRow> rows() {
    return rows;
  }

  @Override
  public void names(Map<String, String> texts) {
    texts.forEach(names::putIfAbsent);
  }

  @Override
  public void open(String name, List<XmlAttribute> attributes, boolean empty) {
    endText();
    attributes.forEach(this::bind);
    String plain = plain(name);
    if (root.isEmpty()) {
      root = plain;
    } else if (plain.equals("url") || plain.equals("sitemap")) {
      endRow();
    }
    inside = SAID.contains(plain) && !empty ? plain : "";
  }

  private void bind(XmlAttribute attribute) {
    if (attribute.name().startsWith("xmlns:")) {
      String address = attribute.value();
      String meant =
          address.contains("/schemas/sitemap-news/")
              ? "news:"
              : address.contains("/schemas/sitemap-image/")
                  ? "image:"
                  : address.contains("/schemas/sitemap/") ? "" : "other:";
      prefixes.putIfAbsent(attribute.name().substring(6), meant);
    }
  }

  private String plain(String name) {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String meant = colon < 0 ? "" : prefixes.getOrDefault(prefix, prefix + ":");
    return (meant + name.substring(colon + 1)).toLowerCase(Locale.ROOT);
  }

  @Override
  public void close(String name) {
    endText();
  }

  private void endText() {
    if (!inside.isEmpty()) {
      row.say(inside, text.toString().strip());
    }
    inside = "";
    text.setLength(0);
  }

  @Override
  public void text(String characters, boolean marked) {
    if (!inside.isEmpty()) {
      text.append(marked ? characters : references.resolve(characters));
    }
  }

  private void endRow() {
    if (!row.get("loc").isEmpty() && rows.size() < MOST_ROWS) {
      rows.add(row);
    }
    row = new SitemapRow();
  }
}
