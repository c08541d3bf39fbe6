package org.headrace.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads an element that holds prose as HTML, whatever way the feed chose to write it down: RSS
 * escaped HTML, Atom 1.0 text constructs (RFC 4287, 3.1) and content (4.1.3), Atom 0.3 modes.
 */
final class Prose {
  private Prose() {}

  /** HTML with absolute addresses; empty if there is none. */
  static String html(XmlElement element) {
    if (element.attribute("mode").equalsIgnoreCase("base64")) {
      return decoded(element).orElse("");
    }
    String type = element.attribute("type").toLowerCase(Locale.ROOT);
    if (element.hasElements()) {
      return inner(element, type);
    }
    String text = element.text();
    if (element.vocabulary() != Vocabulary.ATOM || isMarkup(type)) {
      return HtmlAddresses.absolute(text, element.base());
    }
    if (type.isEmpty() || type.startsWith("text")) {
      return plainOrMislabelled(element, type, text);
    }
    return decoded(element).orElse(text);
  }

  private static boolean isMarkup(String type) {
    return type.contains("html") || type.endsWith("xml");
  }

  /** HTML that calls itself text is common where no type is given or the old one is written. */
  private static String plainOrMislabelled(XmlElement element, String type, String text) {
    boolean claimsNothing = type.isEmpty() || type.equals("text/plain");
    return claimsNothing && holdsTags(text) || isWrapped(text)
        ? HtmlAddresses.absolute(text, element.base())
        : HtmlText.of(text);
  }

  private static boolean holdsTags(String text) {
    return text.contains("</")
        || text.contains("/>")
        || text.contains("<br")
        || text.contains("<p>");
  }

  /** True if the text is one element from its first character to its last. */
  private static boolean isWrapped(String text) {
    int nameEnd = text.indexOf('>');
    return text.startsWith("<")
        && nameEnd > 1
        && text.endsWith("</" + text.substring(1, nameEnd).split("\\s", 2)[0] + ">");
  }

  /** Markup inside; the one {@code div} around Atom's XHTML is no part of it. */
  private static String inner(XmlElement element, String type) {
    List<XmlElement> elements = element.elements().toList();
    boolean wrapped =
        elements.size() == 1
            && elements.getFirst().local().equals("div")
            && element.vocabulary() == Vocabulary.ATOM
            && element.children().stream()
                .allMatch(child -> child instanceof XmlElement || isBlank(child));
    boolean escapedInside = wrapped && type.endsWith("html") && !type.contains("x");
    if (escapedInside && !elements.getFirst().hasElements()) {
      return HtmlAddresses.absolute(elements.getFirst().text(), element.base());
    }
    return HtmlText.inside(wrapped ? elements.getFirst() : element);
  }

  private static boolean isBlank(XmlNode node) {
    return node instanceof XmlText text && text.characters().isBlank();
  }

  private static Optional<String> decoded(XmlElement element) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(element.text());
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(XmlCharacters.clean(text).strip())
          .map(html -> HtmlAddresses.absolute(html, element.base()));
    } catch (IllegalArgumentException | CharacterCodingException notText) {
      return Optional.empty();
    }
  }
}
