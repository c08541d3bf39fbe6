package org.headrace.extract;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.headrace.model.Extracted;
import org.headrace.model.Page;

/** Invented pages for the tests of this package. */
final class Pages {
  static final URI PLACE = URI.create("https://news.example/harbour/2024/old-bridge");

  /** Three paragraphs any reader would call an article. */
  static final String STORY =
      """
      <p>The old bridge over the harbour will close on Monday, the town said, after engineers found
      cracks in two of its piers. Ferries will take people across until a new one stands.</p>
      <p>"We have known for years that the bridge is tired," said Ada Holm, who leads the works.
      "Now we know where, and that makes the decision easy, even if it is a hard one."</p>
      <p>The council wants to vote on the money in June. The cheapest of three plans would cost
      eleven million, the dearest, with a tunnel for bicycles, nearly twice as much.</p>
      """;

  private Pages() {}

  static Extracted read(String html) {
    return read(html, "text/html; charset=utf-8", StandardCharsets.UTF_8);
  }

  static Extracted read(String html, String contentType, Charset charset) {
    return ContentExtractor.extract(Page.of(PLACE, contentType, html.getBytes(charset)));
  }

  static Extracted story(String head, String beforeText, String afterText) {
    return read(
        "<html lang=en><head>"
            + head
            + "</head><body><nav><a href=/>Home</a></nav><main>"
            + beforeText
            + "<div class=story-text>"
            + STORY
            + "</div>"
            + afterText
            + "</main><footer><p>Harbour News is a paper of the coast. All rights reserved by its"
            + " owners, and nothing may be copied.</p></footer></body></html>");
  }
}
