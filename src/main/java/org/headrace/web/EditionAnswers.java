package org.headrace.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.headrace.publish.Edition;
import org.headrace.publish.Editions;

/** Serves what was published: the bytes made at the last change, compressed then. */
final class EditionAnswers {
  private static final byte[] NOTHING = {};

  private final Editions editions;

  EditionAnswers(Editions editions) {
    this.editions = editions;
  }

  /** Empty if nothing is published at that path. */
  Optional<Answer> find(Request request) {
    return editions.find(request.path()).map(edition -> answer(request, edition));
  }

  private static Answer answer(Request request, Edition edition) {
    Encoding encoding =
        Encoding.wanted(
            request.header("Accept-Encoding"), choice -> bytes(edition, choice).length > 0);
    String etag = encoding.tag(edition.etag());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", etag);
    headers.put("Last-Modified", Precondition.httpDate(edition.lastModified()));
    headers.put("Cache-Control", "max-age=" + freshSeconds(edition));
    headers.put("Vary", isFeed(edition) ? "Accept-Encoding, Sec-Fetch-Dest" : "Accept-Encoding");
    if (Precondition.isMet(request, etag, edition.lastModified())) {
      return new Answer(304, headers, NOTHING);
    }
    headers.put("Content-Type", label(request, edition));
    if (encoding != Encoding.IDENTITY) {
      headers.put("Content-Encoding", encoding.token());
    }
    return new Answer(200, headers, bytes(edition, encoding));
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
