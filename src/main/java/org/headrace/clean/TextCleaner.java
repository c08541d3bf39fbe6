package org.headrace.clean;

import java.util.List;
import java.util.Locale;
import org.headrace.model.CleanHtml;
import org.headrace.model.PlainText;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** Makes titles, names and summaries: text that stays text even where it is shown as HTML. */
public final class TextCleaner {
  /** Nobody reads more of a title; keeps hostile ones from costing time. */
  private static final int MOST_READ = 20_000;

  /** Elements that swallow what follows them if they are not closed. */
  private static final List<String> SWALLOWING =
      List.of(
          "script",
          "style",
          "title",
          "textarea",
          "xmp",
          "iframe",
          "noembed",
          "noframes",
          "noscript",
          "plaintext",
          "template",
          "select",
          "svg",
          "math",
          "object");

  private TextCleaner() {}

  /**
   * The words of a title, name or category: markup gone, entities decoded once, white space folded,
   * no control or direction-changing characters. An angle bracket that a careless reader could take
   * for a tag becomes a guillemet.
   *
   * @param titleOrHtml as a feed gives it
   * @param most most characters; longer text ends at a word, with an ellipsis
   */
  public static PlainText text(String titleOrHtml, int most) {
    String read = Values.cut(titleOrHtml, MOST_READ);
    String words = read.indexOf('<') < 0 && read.indexOf('&') < 0 ? read : withoutMarkup(read);
    return new PlainText(Excerpt.atWord(PlainCharacters.of(words), most));
  }

  /** The start of a text, ending with a sentence if one ends in time, else at a word. */
  public static PlainText summary(CleanHtml html, int most) {
    String lines = Values.cut(HtmlCleaner.text(html), Math.max(0, most) * 2 + 1_000);
    return new PlainText(Excerpt.atSentence(PlainCharacters.of(lines), most));
  }

  private static String withoutMarkup(String text) {
    String closed = text.replace("<![CDATA[", "").replace("]]>", "");
    for (String name : SWALLOWING) {
      closed = mentioned(closed, name);
    }
    return TitleText.of(
        Parser.htmlParser()
            .settings(ParseSettings.preserveCase)
            .parseFragmentInput(closed, new Element("body"), ""));
  }

  /** The text with an element that is opened but never closed taken for a word about it. */
  private static String mentioned(String text, String name) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean closed = lower.length() != text.length() || lower.contains("</" + name);
    StringBuilder out = new StringBuilder(text);
    int at = closed ? -1 : lower.lastIndexOf("<" + name);
    while (at >= 0) {
      out.replace(at, at + 1, "&lt;");
      at = at == 0 ? -1 : lower.lastIndexOf("<" + name, at - 1);
    }
    return out.toString();
  }
}
