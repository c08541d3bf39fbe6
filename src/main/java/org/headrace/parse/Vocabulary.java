package org.headrace.parse;

import java.util.Locale;
import java.util.Map;

/**
 * Which list of words an element's name is taken from, whatever address or prefix the document uses
 * for it.
 */
enum Vocabulary {
  /** RSS of any version, CDF, and whatever has no namespace. */
  CORE,
  ATOM,
  RDF,
  DC,
  DC_TERMS,
  CONTENT,
  ITUNES,
  GOOGLE_PLAY,
  PODCAST,
  MEDIA,
  THREAD,
  SOURCE,
  SYNDICATION,
  FEEDBURNER,
  LICENSE,
  COMMENT_API,
  SLASH,
  ADMIN,
  XHTML,
  OTHER;

  /** By address without scheme, leading {@code www.} and closing slash or hash, lower case. */
  private static final Map<String, Vocabulary> BY_ADDRESS =
      Map.ofEntries(
          Map.entry("purl.org/rss/1.0", CORE),
          Map.entry("purl.org/net/rss1.1", CORE),
          Map.entry("my.netscape.com/rdf/simple/0.9", CORE),
          Map.entry("my.netscape.com/publish/formats/rss-0.91.dtd", CORE),
          Map.entry("channel.netscape.com/rdf/simple/0.9", CORE),
          Map.entry("backend.userland.com/rss", CORE),
          Map.entry("backend.userland.com/rss2", CORE),
          Map.entry("backend.userland.com/rss091", CORE),
          Map.entry("blogs.law.harvard.edu/tech/rss", CORE),
          Map.entry("cyber.law.harvard.edu/rss", CORE),
          Map.entry("rssboard.org/rss-specification", CORE),
          Map.entry("w3.org/2005/atom", ATOM),
          Map.entry("purl.org/atom/ns", ATOM),
          Map.entry("purl.org/atom", ATOM),
          Map.entry("w3.org/1999/02/22-rdf-syntax-ns", RDF),
          Map.entry("purl.org/dc/elements/1.1", DC),
          Map.entry("purl.org/dc/elements/1.0", DC),
          Map.entry("purl.org/metadata/dublin_core", DC),
          Map.entry("purl.org/dc/terms", DC_TERMS),
          Map.entry("purl.org/rss/1.0/modules/dcterms", DC_TERMS),
          Map.entry("purl.org/rss/1.0/modules/content", CONTENT),
          Map.entry("itunes.com/dtds/podcast-1.0.dtd", ITUNES),
          Map.entry("google.com/schemas/play-podcasts/1.0", GOOGLE_PLAY),
          Map.entry("podcastindex.org/namespace/1.0", PODCAST),
          Map.entry("search.yahoo.com/mrss", MEDIA),
          Map.entry("purl.org/syndication/thread/1.0", THREAD),
          Map.entry("source.smallpict.com/2014/07/12/source", SOURCE),
          Map.entry("source.scripting.com", SOURCE),
          Map.entry("purl.org/rss/1.0/modules/syndication", SYNDICATION),
          Map.entry("rssnamespace.org/feedburner/ext/1.0", FEEDBURNER),
          Map.entry("backend.userland.com/creativecommonsrssmodule", LICENSE),
          Map.entry("cyber.law.harvard.edu/rss/creativecommonsrssmodule.html", LICENSE),
          Map.entry("web.resource.org/cc", LICENSE),
          Map.entry("creativecommons.org/ns", LICENSE),
          Map.entry("wellformedweb.org/commentapi", COMMENT_API),
          Map.entry("purl.org/rss/1.0/modules/slash", SLASH),
          Map.entry("webns.net/mvcb", ADMIN),
          Map.entry("w3.org/1999/xhtml", XHTML));

  /** By the prefix everyone uses; asked where the address is missing or unknown. */
  private static final Map<String, Vocabulary> BY_PREFIX =
      Map.ofEntries(
          Map.entry("rss", CORE),
          Map.entry("slash", SLASH),
          Map.entry("atom", ATOM),
          Map.entry("atom10", ATOM),
          Map.entry("a10", ATOM),
          Map.entry("rdf", RDF),
          Map.entry("dc", DC),
          Map.entry("dcterms", DC_TERMS),
          Map.entry("content", CONTENT),
          Map.entry("itunes", ITUNES),
          Map.entry("googleplay", GOOGLE_PLAY),
          Map.entry("podcast", PODCAST),
          Map.entry("media", MEDIA),
          Map.entry("thr", THREAD),
          Map.entry("source", SOURCE),
          Map.entry("sy", SYNDICATION),
          Map.entry("feedburner", FEEDBURNER),
          Map.entry("creativecommons", LICENSE),
          Map.entry("cc", LICENSE),
          Map.entry("wfw", COMMENT_API),
          Map.entry("admin", ADMIN),
          Map.entry("xhtml", XHTML));

  /** The list that {@code prefix} means where it is bound to {@code address}. */
  static Vocabulary of(String address, String prefix) {
    Vocabulary byAddress = BY_ADDRESS.get(plain(address));
    return byAddress == null || address.isEmpty() ? unbound(prefix) : byAddress;
  }

  /** The list that a prefix means where it is not bound. */
  static Vocabulary unbound(String prefix) {
    return prefix.isEmpty() ? CORE : BY_PREFIX.getOrDefault(prefix.toLowerCase(Locale.ROOT), OTHER);
  }

  private static String plain(String address) {
    String plain = address.strip().toLowerCase(Locale.ROOT);
    int scheme = plain.indexOf("://");
    plain = scheme < 0 ? plain : plain.substring(scheme + 3);
    plain = plain.startsWith("www.") ? plain.substring(4) : plain;
    int end = plain.length();
    while (end > 0 && (plain.charAt(end - 1) == '/' || plain.charAt(end - 1) == '#')) {
      end--;
    }
    return plain.substring(0, end);
  }
}
