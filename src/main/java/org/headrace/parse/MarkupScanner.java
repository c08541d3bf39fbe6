package org.headrace.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a document into tags and text. Never fails: what cannot be a tag is text. Comments,
 * processing instructions and the document type are skipped.
 */
final class MarkupScanner {
  private static final int MOST_ATTRIBUTES = 200;
  private static final String CDATA = "<![CDATA[";

  private final String document;
  private final MarkupHandler handler;
  private final RepairLog repairs;
  private int at;

  MarkupScanner(String document, MarkupHandler handler, RepairLog repairs) {
    this.document = document;
    this.handler = handler;
    this.repairs = repairs;
  }

  void scan() {
    int textStart = 0;
    while (at < document.length()) {
      int tag = document.indexOf('<', at);
      if (tag < 0) {
        break;
      }
      if (!opensMarkup(tag)) {
        repairs.add("a less-than sign stands for itself");
        at = tag + 1;
        continue;
      }
      text(textStart, tag);
      at = tag;
      markup();
      textStart = at;
    }
    text(textStart, document.length());
  }

  private boolean opensMarkup(int tag) {
    if (tag + 1 >= document.length()) {
      return false;
    }
    char next = document.charAt(tag + 1);
    return switch (next) {
      case '!' -> opensDeclaration(tag);
      case '?' -> true;
      case '/' -> tag + 2 < document.length() && startsName(document.charAt(tag + 2));
      default -> startsName(next);
    };
  }

  private boolean opensDeclaration(int tag) {
    return document.startsWith("<!--", tag)
        || document.regionMatches(true, tag, CDATA, 0, CDATA.length())
        || tag + 2 < document.length() && Character.isLetter(document.charAt(tag + 2));
  }

  private void text(int start, int end) {
    if (end > start) {
      handler.text(document.substring(start, end), false);
    }
  }

  private void markup() {
    switch (document.charAt(at + 1)) {
      case '!' -> declaration();
      case '?' -> at = after("?>", at + 2);
      case '/' -> closingTag();
      default -> openingTag();
    }
  }

  private void declaration() {
    if (document.startsWith("<!--", at)) {
      at = after("-->", at + 4);
    } else if (document.regionMatches(true, at, CDATA, 0, CDATA.length())) {
      cdata();
    } else if (document.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
      Doctype doctype = Doctype.read(document, at);
      repairs.add("the document type was skipped");
      handler.names(doctype.texts());
      at = doctype.end();
    } else {
      at = after(">", at + 2);
    }
  }

  private void cdata() {
    int start = at + CDATA.length();
    int end = document.indexOf("]]>", start);
    if (end < 0) {
      repairs.add("a CDATA section has no end");
      end = document.length();
    }
    if (end > start) {
      handler.text(document.substring(start, end), true);
    }
    at = Math.min(document.length(), end + 3);
  }

  private int after(String mark, int from) {
    int found = document.indexOf(mark, from);
    return found < 0 ? document.length() : found + mark.length();
  }

  private void closingTag() {
    int nameEnd = nameEnd(at + 2);
    String name = document.substring(at + 2, nameEnd);
    int next = nameEnd;
    while (next < document.length()
        && document.charAt(next) != '>'
        && document.charAt(next) != '<') {
      next++;
    }
    at = next < document.length() && document.charAt(next) == '>' ? next + 1 : next;
    handler.close(name);
  }

  private void openingTag() {
    int nameEnd = nameEnd(at + 1);
    String name = document.substring(at + 1, nameEnd);
    at = nameEnd;
    List<XmlAttribute> attributes = List.of();
    boolean empty = false;
    while (true) {
      skipBlanks();
      if (at >= document.length()) {
        repairs.add("the document ends inside a tag");
        return;
      }
      char c = document.charAt(at);
      if (c == '>') {
        at++;
        break;
      } else if (c == '/') {
        empty = at + 1 < document.length() && document.charAt(at + 1) == '>';
        at++;
      } else if (c == '<' && opensMarkup(at)) {
        repairs.add("a tag has no end");
        break;
      } else {
        attributes = withAttribute(attributes);
      }
    }
    handler.open(name, attributes, empty);
  }

  private List<XmlAttribute> withAttribute(List<XmlAttribute> attributes) {
    XmlAttribute attribute = attribute();
    if (attribute.name().isEmpty()) {
      return attributes;
    }
    if (attributes.size() >= MOST_ATTRIBUTES) {
      repairs.add("an element has too many attributes: the first " + MOST_ATTRIBUTES + " count");
      return attributes;
    }
    for (XmlAttribute earlier : attributes) {
      if (earlier.name().equals(attribute.name())) {
        repairs.add("an element has an attribute twice: the first counts");
        return attributes;
      }
    }
    List<XmlAttribute> more = attributes.isEmpty() ? new ArrayList<>(4) : attributes;
    more.add(attribute);
    return more;
  }

  private XmlAttribute attribute() {
    int start = at;
    while (at < document.length() && !endsAttributeName(document.charAt(at))) {
      at++;
    }
    String name = document.substring(start, at);
    if (at == start) {
      at++;
      return new XmlAttribute("", "");
    }
    skipBlanks();
    if (at >= document.length() || document.charAt(at) != '=') {
      repairs.add("an attribute has no value");
      return new XmlAttribute(name, "");
    }
    at++;
    skipBlanks();
    return new XmlAttribute(name, value());
  }

  private String value() {
    if (at >= document.length()) {
      return "";
    }
    char quote = document.charAt(at);
    if (quote == '"' || quote == '\'') {
      int end = document.indexOf(quote, at + 1);
      int stop = end < 0 ? document.length() : end;
      String value = document.substring(at + 1, stop);
      at = Math.min(document.length(), stop + 1);
      return value;
    }
    repairs.add("an attribute's value has no quotes");
    int start = at;
    while (at < document.length() && !endsBareValue(at)) {
      at++;
    }
    return document.substring(start, at);
  }

  private boolean endsBareValue(int position) {
    char c = document.charAt(position);
    return c == '>'
        || isBlank(c)
        || c == '/' && position + 1 < document.length() && document.charAt(position + 1) == '>';
  }

  private static boolean endsAttributeName(char c) {
    return c == '=' || c == '>' || c == '/' || c == '<' || c == '"' || c == '\'' || isBlank(c);
  }

  private int nameEnd(int start) {
    int end = start;
    while (end < document.length() && isNamePart(document.charAt(end))) {
      end++;
    }
    return end;
  }

  private void skipBlanks() {
    while (at < document.length() && isBlank(document.charAt(at))) {
      at++;
    }
  }

  private static boolean startsName(char c) {
    return Character.isLetter(c) || c == '_' || c == ':';
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c)
        || c == ':'
        || c == '_'
        || c == '-'
        || c == '.'
        || c == '\u00B7';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
