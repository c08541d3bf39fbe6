package org.headrace.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Knows the lines below an article that speak of its sender, sign for its desk, or explain it. */
final class TailLines {
  private static final int LONGEST_SIGN = 28;
  private static final int MOST_WORDS_OF_A_SIGN = 4;
  private static final int LONGEST_MARK = 5;
  private static final int LEAST_NOTE = 4;
  private static final int NEAR = 3;
  private static final List<String> NOTES =
      List.of(
          "fn",
          "_ftn",
          "ftn",
          "footnote",
          "note",
          "endnote",
          "_edn",
          "sdfootnote",
          "easy-footnote");

  private TailLines() {}

  /**
   * True for a heading like "About Acme" over a text that begins with the name, as releases of
   * companies and agencies end.
   */
  static boolean isAboutSender(Block heading, Block text) {
    String name = Phrases.afterAbout(heading.plain());
    if (name.isEmpty() || heading.size() > Block.LONGEST_LINE) {
      return false;
    }
    int space = name.indexOf(' ');
    String first = space < 0 ? name : name.substring(0, space);
    return (text.plain() + ' ').startsWith(first + ' ') && text.measure.isProse();
  }

  /**
   * True for a line like "ap/jd" or "(dpa)": few short words, without the end of a sentence, in
   * small letters or set apart by a sign.
   */
  static boolean isSign(Block block) {
    if (block.size() > LONGEST_SIGN
        || block.isHeading()
        || block.isListItem()
        || block.isCell()
        || block.region.kind == Tags.PRE
        || block.measure.stops() > 0
        || block.measure.words() > MOST_WORDS_OF_A_SIGN) {
      return false;
    }
    char first = block.text.charAt(0);
    return block.measure.upper() == 0
        || block.text.indexOf('/') > 0
        || "([-\u2013\u2014".indexOf(first) >= 0;
  }

  /** The names of the places that marks in a text lead to, like the number of a note. */
  static Set<String> noted(List<Block> kept) {
    Set<String> noted = new HashSet<>();
    for (Block block : kept) {
      for (Element link : block.links) {
        String address = link.attr("href");
        if (isNoteName(address) && !ShortText.of(link, LONGEST_MARK).isEmpty()) {
          noted.add(address.substring(1));
        }
      }
    }
    return noted;
  }

  /**
   * True for the address of a note within the page, as word processors, Markdown and footnote
   * plugins name it: "#fn:1", "#_ftn1", "#footnote-2"; a list of sources is no part of a text.
   */
  private static boolean isNoteName(String address) {
    if (address.length() < 2 || address.charAt(0) != '#') {
      return false;
    }
    String name = address.substring(1).toLowerCase(Locale.ROOT);
    return NOTES.stream().anyMatch(name::startsWith);
  }

  /** True if the block is the text of a note whose mark stands in the article. */
  static boolean isNote(Block block, Set<String> noted) {
    if (noted.isEmpty() || block.measure.words() < LEAST_NOTE || block.linkDensity() > 0.5) {
      return false;
    }
    Region at = block.region;
    for (int i = 0; at != null && i < NEAR && !at.isHeading(); i++, at = at.parent) {
      if (at.element.attributesSize() > 0 && noted.contains(at.element.id())) {
        return true;
      }
    }
    return false;
  }
}
