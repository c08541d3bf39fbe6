package org.headrace.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Asks the press over real sockets. */
final class Reader {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Reader() {}

  static HttpResponse<byte[]> get(URI address, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  static HttpResponse<byte[]> head(URI address) throws Exception {
    return CLIENT.send(HttpRequest.newBuilder(address).HEAD().build(), BodyHandlers.ofByteArray());
  }

  static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The page as a browser reads it: by the charset of the header, else of the page itself. */
  static Document page(URI address) throws Exception {
    HttpResponse<byte[]> response = get(address);
    String type = header(response, "Content-Type");
    int charset = type.indexOf("charset=");
    return Jsoup.parse(
        new ByteArrayInputStream(response.body()),
        charset < 0 ? null : type.substring(charset + "charset=".length()),
        address.toString());
  }

  /** Reads XML as strictly as the standard wants it; throws if it is not well formed. */
  static org.w3c.dom.Document xml(byte[] document) throws Exception {
    var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
    builder.setErrorHandler(null);
    try (ByteArrayInputStream stream = new ByteArrayInputStream(document)) {
      return builder.parse(stream);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
