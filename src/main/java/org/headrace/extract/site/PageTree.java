package org.headrace.extract.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jaxen.DefaultNavigator;
import org.jaxen.XPath;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A page as XPath sees it (XPath 1.0, section 5): elements, attributes, text and comments, straight
 * from jsoup's tree. What stands before a colon in a name is its namespace, for HTML has no other.
 * Every step is counted, so that no path walks for ever.
 */
final class PageTree extends DefaultNavigator {
  private static final long serialVersionUID = 1;

  private final transient Patience patience;

  PageTree(Patience patience) {
    this.patience = patience;
  }

  @Override
  public Iterator<Node> getChildAxisIterator(Object node) {
    return node instanceof Element element ? new Children(element) : Collections.emptyIterator();
  }

  private final class Children implements Iterator<Node> {
    private final Element parent;
    private int at;

    Children(Element parent) {
      this.parent = parent;
      skip();
    }

    private void skip() {
      while (at < parent.childNodeSize() && !isNode(parent.childNode(at))) {
        at++;
      }
    }

    @Override
    public boolean hasNext() {
      return at < parent.childNodeSize();
    }

    @Override
    public Node next() {
      patience.step();
      Node child = parent.childNode(at++);
      skip();
      return child;
    }
  }

  private static boolean isNode(Node node) {
    return node instanceof Element
        || node instanceof TextNode
        || node instanceof DataNode
        || node instanceof Comment;
  }

  @Override
  public Iterator<Object> getParentAxisIterator(Object node) {
    Object parent = getParentNode(node);
    return parent == null
        ? Collections.emptyIterator()
        : Collections.singletonList(parent).iterator();
  }

  @Override
  public @Nullable Object getParentNode(Object node) {
    patience.step();
    if (node instanceof PageAttribute attribute) {
      return attribute.owner();
    }
    return node instanceof Node child ? child.parent() : null;
  }

  @Override
  public Iterator<Node> getFollowingSiblingAxisIterator(Object node) {
    return siblings(node, 1);
  }

  @Override
  public Iterator<Node> getPrecedingSiblingAxisIterator(Object node) {
    return siblings(node, -1);
  }

  private Iterator<Node> siblings(Object node, int step) {
    if (!(node instanceof Node child) || !(child.parent() instanceof Element parent)) {
      return Collections.emptyIterator();
    }
    return new Iterator<>() {
      private int at = skipped(child.siblingIndex() + step);

      private int skipped(int from) {
        int next = from;
        while (next >= 0 && next < parent.childNodeSize() && !isNode(parent.childNode(next))) {
          next += step;
        }
        return next;
      }

      @Override
      public boolean hasNext() {
        return at >= 0 && at < parent.childNodeSize();
      }

      @Override
      public Node next() {
        patience.step();
        Node sibling = parent.childNode(at);
        at = skipped(at + step);
        return sibling;
      }
    };
  }

  @Override
  public Iterator<PageAttribute> getAttributeAxisIterator(Object node) {
    patience.step();
    if (!(node instanceof Element element) || element.attributesSize() == 0) {
      return Collections.emptyIterator();
    }
    List<PageAttribute> attributes = new ArrayList<>();
    for (Attribute attribute : element.attributes()) {
      attributes.add(new PageAttribute(element, attribute.getKey(), attribute.getValue()));
    }
    return attributes.iterator();
  }

  @Override
  public Iterator<Object> getNamespaceAxisIterator(Object node) {
    return Collections.emptyIterator();
  }

  @Override
  public @Nullable Object getDocumentNode(Object node) {
    Object at = node instanceof PageAttribute attribute ? attribute.owner() : node;
    return at instanceof Node inside ? inside.ownerDocument() : null;
  }

  @Override
  public @Nullable Object getElementById(Object node, String id) {
    return getDocumentNode(node) instanceof Document document ? document.getElementById(id) : null;
  }

  @Override
  public String translateNamespacePrefixToUri(String prefix, Object node) {
    return prefix;
  }

  @Override
  public String getElementNamespaceUri(Object node) {
    return before(getElementQName(node));
  }

  @Override
  public String getElementName(Object node) {
    return after(getElementQName(node));
  }

  @Override
  public String getElementQName(Object node) {
    return ((Element) node).tagName();
  }

  @Override
  public String getAttributeNamespaceUri(Object node) {
    return before(getAttributeQName(node));
  }

  @Override
  public String getAttributeName(Object node) {
    return after(getAttributeQName(node));
  }

  @Override
  public String getAttributeQName(Object node) {
    return ((PageAttribute) node).name();
  }

  private static String before(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(0, colon);
  }

  private static String after(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  @Override
  public boolean isDocument(Object node) {
    return node instanceof Document;
  }

  @Override
  public boolean isElement(Object node) {
    return node instanceof Element && !(node instanceof Document);
  }

  @Override
  public boolean isAttribute(Object node) {
    return node instanceof PageAttribute;
  }

  @Override
  public boolean isNamespace(Object node) {
    return false;
  }

  @Override
  public boolean isComment(Object node) {
    return node instanceof Comment;
  }

  @Override
  public boolean isText(Object node) {
    return node instanceof TextNode || node instanceof DataNode;
  }

  @Override
  public boolean isProcessingInstruction(Object node) {
    return false;
  }

  @Override
  public String getElementStringValue(Object node) {
    StringBuilder words = new StringBuilder();
    ((Element) node)
        .traverse(
            (inside, depth) -> {
              if (isText(inside)) {
                String value = getTextStringValue(inside);
                patience.read(value.length());
                words.append(value);
              } else {
                patience.step();
              }
            });
    return words.toString();
  }

  @Override
  public String getTextStringValue(Object node) {
    return node instanceof TextNode text
        ? text.getWholeText()
        : node instanceof DataNode data ? data.getWholeData() : "";
  }

  @Override
  public String getCommentStringValue(Object node) {
    return ((Comment) node).getData();
  }

  @Override
  public String getAttributeStringValue(Object node) {
    return ((PageAttribute) node).value();
  }

  @Override
  public String getNamespaceStringValue(Object node) {
    return "";
  }

  @Override
  public String getNamespacePrefix(Object node) {
    return "";
  }

  @Override
  public XPath parseXPath(String xpath) {
    throw new UnsupportedOperationException("paths are read by PagePath");
  }
}
