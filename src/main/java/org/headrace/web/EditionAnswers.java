package org.headrace.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.headrace.publish.Edition;
import org.headrace.publish.Editions;

/** Serves what was published: the bytes made at the last change, compressed then. */
final class EditionAnswers {
  private static final byte[] NOTHING = {};

  /** Readers whose library asks for parts, and which then take 226 for a failure. */
  private static final List<String> CLAIM_ONLY = List.of("rss2email/");

  private final Editions editions;

  EditionAnswers(Editions editions) {
    this.editions = editions;
  }

  /** Empty if nothing is published at that path. */
  Optional<Answer> find(Request request) {
    return editions.serve(request.path()).map(edition -> answer(request, edition));
  }

  private static Answer answer(Request request, Edition edition) {
    Encoding encoding = encoding(request, edition);
    String etag = encoding.tag(edition.etag());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", etag);
    headers.put("Last-Modified", Precondition.httpDate(edition.lastModified()));
    headers.put("Cache-Control", "max-age=" + freshSeconds(edition));
    headers.put("Vary", vary(edition));
    if (!edition.link().isEmpty()) {
      headers.put("Link", edition.link());
    }
    if (Precondition.isMet(request, etag, edition.lastModified())) {
      return new Answer(304, headers, NOTHING);
    }
    Optional<Edition> lacking = lacking(request, edition);
    return lacking
        .map(part -> part(request, part, edition, headers))
        .orElseGet(() -> sent(200, request, edition, encoding, headers));
  }

  /** What a reader lacks that takes parts and says what it has (RFC 3229). */
  private static Optional<Edition> lacking(Request request, Edition edition) {
    return edition.knowsChanges() && takesParts(request)
        ? Precondition.known(request).stream()
            .map(Encoding::plainTag)
            .flatMap(tag -> edition.since(tag).stream())
            .findFirst()
        : Optional.empty();
  }

  private static boolean takesParts(Request request) {
    String program = request.header("User-Agent").toLowerCase(Locale.ROOT);
    return CLAIM_ONLY.stream().noneMatch(program::startsWith)
        && Stream.of(request.header("A-IM").split(",", 16))
            .map(one -> one.split(";", 2)[0].strip())
            .anyMatch(one -> one.equalsIgnoreCase("feed"));
  }

  /** A part is named by the state it leads to, and is of no use to anybody else. */
  private static Answer part(
      Request request, Edition part, Edition whole, Map<String, String> headers) {
    Encoding encoding = encoding(request, part);
    headers.put("ETag", encoding.tag(whole.etag()));
    headers.put("IM", "feed");
    headers.put("Cache-Control", "no-store");
    return sent(226, request, part, encoding, headers);
  }

  private static Answer sent(
      int status,
      Request request,
      Edition edition,
      Encoding encoding,
      Map<String, String> headers) {
    headers.put("Content-Type", label(request, edition));
    if (encoding != Encoding.IDENTITY) {
      headers.put("Content-Encoding", encoding.token());
    }
    return new Answer(status, headers, bytes(edition, encoding));
  }

  private static Encoding encoding(Request request, Edition edition) {
    return Encoding.wanted(
        request.header("Accept-Encoding"), choice -> bytes(edition, choice).length > 0);
  }

  private static String vary(Edition edition) {
    if (edition.knowsChanges()) {
      return "Accept-Encoding, A-IM, Sec-Fetch-Dest";
    }
    return isFeed(edition) ? "Accept-Encoding, Sec-Fetch-Dest" : "Accept-Encoding";
  }

  private static byte[] bytes(Edition edition, Encoding encoding) {
    return switch (encoding) {
      case BROTLI -> edition.brotli();
      case GZIP -> edition.gzip();
      case IDENTITY -> edition.plain();
    };
  }

  /** Readers get the exact type; a browser that would show a document gets one that it can show. */
  private static String label(Request request, Edition edition) {
    boolean shown = request.header("Sec-Fetch-Dest").equals("document") && isFeed(edition);
    if (!shown) {
      return edition.mediaType();
    }
    return edition.mediaType().contains("json")
        ? "application/json; charset=utf-8"
        : "application/xml; charset=utf-8";
  }

  private static boolean isFeed(Edition edition) {
    String type = edition.mediaType();
    return type.startsWith("application/") || type.startsWith("text/x-opml");
  }

  private static int freshSeconds(Edition edition) {
    if (isFeed(edition)) {
      return 300;
    }
    return edition.isPage() ? 60 : 3_600;
  }
}
