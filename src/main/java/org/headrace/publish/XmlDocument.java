package org.headrace.publish;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLStreamProperties;

/**
 * Writes an XML document in UTF-8, one element a line. Names are written as given, prefix and all:
 * some readers go by the usual prefixes and not by what they stand for. Attributes come as name,
 * value, name, value; one with an empty value is left out.
 */
final class XmlDocument {
  private static final WstxOutputFactory FACTORY = factory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final XMLStreamWriter writer;
  private int depth;

  private XmlDocument(int depth) throws XMLStreamException {
    this.depth = depth;
    writer = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
  }

  /** What may fail only because the program is wrong. */
  interface Body {
    void write(XmlDocument document) throws XMLStreamException;
  }

  /** The document that {@code body} writes. */
  static byte[] of(Body body) {
    try {
      XmlDocument document = new XmlDocument(0);
      document.writer.writeStartDocument("UTF-8", "1.0");
      body.write(document);
      document.newLine();
      document.writer.writeEndDocument();
      document.writer.close();
      return document.bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text was made legal before", e);
    }
  }

  /** One element to be put into documents with {@link #put}, so deep in them. */
  static byte[] part(int depth, Body body) {
    try {
      XmlDocument part = new XmlDocument(depth);
      body.write(part);
      part.writer.flush();
      return part.bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text was made legal before", e);
    }
  }

  /** Puts in what was made before. */
  XmlDocument put(byte[] part) throws XMLStreamException {
    writer.writeCharacters(""); // ends a tag that waits for attributes
    writer.flush();
    bytes.writeBytes(part);
    return this;
  }

  /** An instruction before the root, such as the style sheet. */
  XmlDocument instruction(String target, String content) throws XMLStreamException {
    newLine();
    writer.writeProcessingInstruction(target, content);
    return this;
  }

  /** Opens an element. */
  XmlDocument open(String name, String... attributes) throws XMLStreamException {
    newLine();
    writer.writeStartElement(name);
    attributes(attributes);
    depth++;
    return this;
  }

  /** Closes the element opened last. */
  XmlDocument close() throws XMLStreamException {
    depth--;
    newLine();
    writer.writeEndElement();
    return this;
  }

  /** An element with text, which nobody can take for an address that we would not link to. */
  XmlDocument text(String name, String text, String... attributes) throws XMLStreamException {
    newLine();
    writer.writeStartElement(name);
    attributes(attributes);
    writer.writeCharacters(LegalText.noAddress(text));
    writer.writeEndElement();
    return this;
  }

  /** An element with text, left out if there is none. */
  XmlDocument textIfAny(String name, String text) throws XMLStreamException {
    return text.isEmpty() ? this : text(name, text);
  }

  /** An element without content. */
  XmlDocument empty(String name, String... attributes) throws XMLStreamException {
    newLine();
    writer.writeEmptyElement(name);
    attributes(attributes);
    return this;
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        writer.writeAttribute(attributes[i], attributes[i + 1]);
      }
    }
  }

  private void newLine() throws XMLStreamException {
    writer.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static WstxOutputFactory factory() {
    WstxOutputFactory factory = new WstxOutputFactory();
    factory.setProperty(XMLStreamProperties.XSP_NAMESPACE_AWARE, false);
    factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
    return factory;
  }
}
