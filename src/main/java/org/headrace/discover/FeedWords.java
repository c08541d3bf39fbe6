package org.headrace.discover;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.headrace.discover.Candidate.Scope;

/** What the words of an address and of a link say about a feed. */
final class FeedWords {
  private static final Set<String> NAMES =
      Set.of(
          "rss",
          "rss2",
          "atom",
          "feed",
          "feeds",
          "rdf",
          "rss.xml",
          "rss2.xml",
          "rss.php",
          "atom.xml",
          "atom.php",
          "feed.xml",
          "feed.php",
          "feed.json",
          "feed.atom",
          "feed.rss",
          "feeds.xml",
          "index.xml",
          "index.rdf",
          "index.rss",
          "index.atom",
          "news.xml",
          "blog-feed.xml",
          "@@rss",
          "jsonfeed");
  private static final List<String> ENDINGS =
      List.of(".rss", ".atom", ".rdf", ".rss.xml", ".atom.xml", "-feed.xml", "_rss.xml", "/rss/");
  private static final Set<String> QUERY_KEYS =
      Set.of("feed", "format", "type", "output", "mode", "view", "alt", "action");
  private static final Set<String> QUERY_VALUES =
      Set.of("rss", "rss2", "rss_2.0", "rss2.0", "rdf", "atom", "feed", "xml_rss", "json_feed");
  private static final Set<String> SPOKEN = Set.of("rss", "atom", "feed", "feeds", "newsfeed");
  private static final List<String> COMMENTS =
      List.of(
          "comment",
          "kommentar",
          "comentario",
          "comentário",
          "commenti",
          "reacties",
          "replies",
          "комментари",
          "komentarz",
          "yorum");
  private static final Set<String> PARTS =
      Set.of(
          "category",
          "categories",
          "categoria",
          "catégorie",
          "kategorie",
          "kategori",
          "tag",
          "tags",
          "label",
          "-",
          "topic",
          "topics",
          "author",
          "authors",
          "autor",
          "auteur",
          "section",
          "sections",
          "rubrik",
          "ressort",
          "search",
          "archive",
          "taxonomy");
  private static final Set<String> PART_KEYS = Set.of("cat", "category", "tag", "author", "s");

  private FeedWords() {}

  /** True if an address is spelled like that of a feed. */
  static boolean inAddress(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    String path = lower.split("[?#]", 2)[0];
    int scheme = path.indexOf("://");
    int start = scheme < 0 ? 0 : Math.max(path.indexOf('/', scheme + 3), 0);
    for (String segment : path.substring(start).split("/")) {
      if (NAMES.contains(segment)) {
        return true;
      }
    }
    return ENDINGS.stream().anyMatch(path::endsWith) || inQuery(lower);
  }

  private static boolean inQuery(String address) {
    int query = address.indexOf('?');
    if (query < 0) {
      return false;
    }
    for (String pair : address.substring(query + 1).split("[&#]")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2
          && QUERY_KEYS.contains(parts[0])
          && QUERY_VALUES.contains(parts[1].replace('-', '_'))) {
        return true;
      }
    }
    return false;
  }

  /** True if a person or a style sheet is told of a feed. */
  static boolean inText(String text) {
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (SPOKEN.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** What a feed of this address and title seems to carry. */
  static Scope scope(String address, String title) {
    String lower = address.toLowerCase(Locale.ROOT);
    String path = lower.substring(Math.max(0, lower.indexOf('/', lower.indexOf("://") + 3)));
    if (isComments(path + " " + title)) {
      return Scope.COMMENTS;
    }
    String[] halves = path.split("\\?", 2);
    for (String segment : halves[0].split("/")) {
      if (PARTS.contains(segment)) {
        return Scope.PART;
      }
    }
    for (String pair : halves.length < 2 ? new String[0] : halves[1].split("&")) {
      if (PART_KEYS.contains(pair.split("=", 2)[0])) {
        return Scope.PART;
      }
    }
    return Scope.SITE;
  }

  /** True if words speak of readers' comments. */
  static boolean isComments(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return COMMENTS.stream().anyMatch(lower::contains);
  }
}
