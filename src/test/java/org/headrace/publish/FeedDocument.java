package org.headrace.publish;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An XML document read back by the JDK's parser, which forgives nothing. */
final class FeedDocument {
  static final String ATOM = "http://www.w3.org/2005/Atom";
  static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  static final String DC = "http://purl.org/dc/elements/1.1/";
  static final String MEDIA = "http://search.yahoo.com/mrss/";

  private FeedDocument() {}

  static Element read(Publication publication, String path) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    byte[] plain = edition(publication, path).plain();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(plain)).getDocumentElement();
  }

  static Edition edition(Publication publication, String path) {
    return OutputWriter.editions(publication).stream()
        .filter(edition -> edition.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  /** Children of one name, in order. */
  static List<Element> all(Element parent, String namespace, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element
          && element.getLocalName().equals(name)
          && (namespace.isEmpty() || namespace.equals(element.getNamespaceURI()))) {
        found.add(element);
      }
    }
    return found;
  }

  static Element one(Element parent, String name) {
    return all(parent, "", name).get(0);
  }

  static String text(Element parent, String name) {
    return one(parent, name).getTextContent();
  }

  static List<String> names(Element parent) {
    List<String> names = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        names.add(element.getNodeName());
      }
    }
    return names;
  }
}
