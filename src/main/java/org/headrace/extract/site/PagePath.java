package org.headrace.extract.site;

import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jaxen.Context;
import org.jaxen.ContextSupport;
import org.jaxen.FunctionContext;
import org.jaxen.JaxenException;
import org.jaxen.JaxenHandler;
import org.jaxen.NamespaceContext;
import org.jaxen.SimpleVariableContext;
import org.jaxen.XPathFunctionContext;
import org.jaxen.expr.XPathExpr;
import org.jaxen.function.StringFunction;
import org.jaxen.saxpath.SAXPathException;
import org.jaxen.saxpath.XPathReader;
import org.jaxen.saxpath.helpers.XPathReaderFactory;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * One XPath 1.0 expression, read once and used on any page. Only the functions of the language
 * itself are known: none of them opens a file or an address.
 *
 * @see <a href="https://www.w3.org/TR/xpath-10/">XPath 1.0</a>
 */
final class PagePath {
  private static final int LONGEST = 4_000;
  private static final int DEEPEST = 60;
  private static final Duration SHORT = Duration.ofSeconds(1);

  private static final FunctionContext CORE = new XPathFunctionContext(false);
  private static final NamespaceContext NAMES = prefix -> prefix;

  private final String written;
  private final XPathExpr expression;

  private PagePath(String written, XPathExpr expression) {
    this.written = written;
    this.expression = expression;
  }

  /**
   * Reads an expression.
   *
   * @throws BrokenPathException if it is none; the message says why
   */
  static PagePath of(String written) throws BrokenPathException {
    if (written.length() > LONGEST || depth(written) > DEEPEST) {
      throw new BrokenPathException("it is longer or deeper than any path needs to be");
    }
    try {
      XPathReader reader = XPathReaderFactory.createReader();
      JaxenHandler handler = new JaxenHandler();
      reader.setXPathHandler(handler);
      reader.parse(written);
      XPathExpr read = handler.getXPathExpr();
      Optional<String> fault = PathCheck.fault(read.getRootExpr());
      if (fault.isPresent()) {
        throw new BrokenPathException(fault.get());
      }
      return new PagePath(written, read);
    } catch (SAXPathException | RuntimeException | StackOverflowError e) {
      throw new BrokenPathException(words(e));
    }
  }

  private static String words(Throwable e) {
    String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    return message.lines().findFirst().orElse("").strip();
  }

  private static int depth(String written) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  /** The elements it finds in the page's order; none if it gives a text or a number. */
  List<Element> elements(Document page, Patience patience) {
    return nodes(page, patience).stream()
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  /** What it finds: jsoup's nodes, and {@link PageAttribute}s. */
  List<Object> nodes(Document page, Patience patience) {
    Object found = found(page, patience);
    return found instanceof List<?> list ? List.copyOf(list) : List.of();
  }

  /** True if it finds anything, or what it gives is true. */
  boolean holds(Document page, Patience patience) {
    Object found = found(page, patience);
    return switch (found) {
      case List<?> list -> !list.isEmpty();
      case Boolean truth -> truth;
      case String text -> !text.isBlank();
      default -> true;
    };
  }

  /** The words of each thing it finds, or the one text it makes; without empty ones. */
  List<String> texts(Document page, Patience patience) {
    Object found = found(page, patience);
    Stream<?> all = found instanceof List<?> list ? list.stream() : Stream.of(found);
    return all.map(PagePath::text).map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  private static String text(Object found) {
    return switch (found) {
      case Element element -> element.text();
      case TextNode words -> words.text();
      case PageAttribute attribute -> attribute.value();
      case Node other -> other.nodeValue();
      default -> StringFunction.evaluate(found, new PageTree(Patience.of(SHORT)));
    };
  }

  private Object found(Document page, Patience patience) {
    patience.begin();
    try {
      return evaluate(page, new PageTree(patience));
    } catch (JaxenException | StackOverflowError odd) {
      return List.of(); // such as the sum of what is no number
    }
  }

  private Object evaluate(Document page, PageTree tree) throws JaxenException {
    Context context =
        new Context(new ContextSupport(NAMES, CORE, new SimpleVariableContext(), tree));
    context.setNodeSet(Collections.singletonList(page));
    context.setSize(1);
    context.setPosition(1);
    Object found = expression.getRootExpr().evaluate(context);
    return found instanceof List<?> list ? new ArrayList<>(list) : found;
  }

  @Override
  public String toString() {
    return written;
  }

  /** A text is no path. */
  static final class BrokenPathException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    BrokenPathException(String words) {
      super(words);
    }
  }
}
