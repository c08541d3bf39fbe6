package org.headrace.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * Reads the facts in a page's {@code meta} elements: Open Graph, Dublin Core, and the many names
 * that publishing systems use beside them.
 *
 * @see <a href="https://ogp.me/">The Open Graph protocol</a>
 */
final class MetaTags {
  private static final List<String> TITLES =
      List.of(
          "og:title",
          "twitter:title",
          "dc.title",
          "dcterms.title",
          "headline",
          "title",
          "sailthru.title",
          "parsely-title",
          "citation_title",
          "cxenseparse:title");
  private static final List<String> AUTHORS =
      List.of(
          "author",
          "article:author",
          "dc.creator",
          "dcterms.creator",
          "sailthru.author",
          "parsely-author",
          "citation_author",
          "byl",
          "cxenseparse:author",
          "og:article:author",
          "article:author_name",
          "authors",
          "twitter:data1:author",
          "creator",
          "dc.contributor");
  private static final List<String> PUBLISHED =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "datepublished",
          "date_published",
          "article.published",
          "pubdate",
          "publishdate",
          "publish-date",
          "publish_date",
          "dc.date.issued",
          "dcterms.issued",
          "dcterms.date",
          "dcterms.created",
          "dc.date.created",
          "dc.date",
          "dc.created",
          "sailthru.date",
          "parsely-pub-date",
          "citation_publication_date",
          "citation_date",
          "date",
          "published_at",
          "published-date",
          "publication_date",
          "article_date_original",
          "cxenseparse:recs:publishtime",
          "created",
          "datecreated",
          "originalpublicationdate",
          "rnews:datepublished",
          "article:post_date",
          "displaydate",
          "ptime",
          "article:create_at",
          "publishedtime",
          "firstpublished",
          "release_date",
          "og:published_time",
          "last-published",
          "wt.z_date",
          "vr:published_time",
          "cse_pubdate",
          "published",
          "og:pubdate",
          "article.created",
          "shareaholic:article_published_time",
          "bt:pubdate",
          "pdate",
          "weibo:article:create_at",
          "time");
  private static final List<String> MODIFIED =
      List.of(
          "article:modified_time",
          "og:updated_time",
          "datemodified",
          "date_modified",
          "dcterms.modified",
          "dc.date.modified",
          "lastmod",
          "last-modified",
          "lastmodified",
          "last_updated_date",
          "revised",
          "article:modified",
          "updated_time",
          "og:modified_time",
          "modified");
  private static final List<String> IMAGES =
      List.of(
          "og:image",
          "og:image:url",
          "og:image:secure_url",
          "twitter:image",
          "twitter:image:src",
          "image",
          "sailthru.image.full",
          "parsely-image-url",
          "thumbnail");
  private static final List<String> SITES =
      List.of(
          "og:site_name",
          "application-name",
          "al:ios:app_name",
          "dc.publisher",
          "apple-mobile-web-app-title",
          "publisher");
  private static final List<String> LANGUAGES =
      List.of(
          "content-language",
          "language",
          "dc.language",
          "dcterms.language",
          "og:locale",
          "inlanguage");
  private static final List<String> SECTIONS =
      List.of("article:section", "section", "parsely-section", "og:section", "category");
  private static final List<String> DESCRIPTIONS =
      List.of("og:description", "description", "twitter:description", "dc.description");

  private final Map<String, List<String>> values = new HashMap<>();

  private MetaTags(List<Element> metas) {
    for (Element meta : metas) {
      Attributes attributes = meta.attributes();
      String content = attributes.get("content").strip();
      if (!content.isEmpty()) {
        add(attributes.get("property"), content);
        add(attributes.get("name"), content);
        add(attributes.get("itemprop"), content);
        add(attributes.get("http-equiv"), content);
      }
    }
  }

  private void add(String name, String content) {
    if (!name.isEmpty()) {
      values
          .computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), key -> new ArrayList<>(2))
          .add(content);
    }
  }

  static Facts facts(List<Element> metas, DateReader dates) {
    MetaTags tags = new MetaTags(metas);
    return new Facts(
        tags.first(TITLES),
        tags.authors(),
        List.of(),
        tags.date(PUBLISHED, dates),
        tags.date(MODIFIED, dates),
        tags.first(IMAGES),
        tags.first(SITES),
        tags.first(LANGUAGES),
        tags.first(List.of("og:url")),
        tags.first(SECTIONS),
        tags.first(DESCRIPTIONS),
        "",
        tags.first(List.of("article:content_tier")).equals("locked"));
  }

  private String first(List<String> names) {
    for (String name : names) {
      for (String value : values.getOrDefault(name, List.of())) {
        if (!value.isBlank()) {
          return value;
        }
      }
    }
    return "";
  }

  private List<String> authors() {
    String site = first(SITES);
    for (String name : AUTHORS) {
      List<String> people = Authors.people(values.getOrDefault(name, List.of()), site);
      if (!people.isEmpty()) {
        return people;
      }
    }
    return List.of();
  }

  private Optional<java.time.OffsetDateTime> date(List<String> names, DateReader dates) {
    for (String name : names) {
      for (String value : values.getOrDefault(name, List.of())) {
        Optional<java.time.OffsetDateTime> date = dates.read(value);
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }
}
