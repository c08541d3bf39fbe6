package org.headrace.extract;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** The article written out, as HTML and as plain text, one line a block. */
record ArticleText(String html, String text) {
  static final ArticleText NONE = new ArticleText("", "");
  private static final int LITTLE = 250;
  private static final int LONG_CELL = 120;

  /**
   * @param stated the whole text as the page's metadata repeat it; used where the page itself shows
   *     little, because it builds its text by script
   */
  static ArticleText of(ArticleBody body, String stated) {
    if (body.size() < LITTLE && stated.length() > LITTLE + 2 * body.size()) {
      return ofStated(stated);
    }
    return new ArticleText(
        BodyHtml.of(body.survey(), body.container(), body.kept()), text(body.kept()));
  }

  /** A block a line; the short cells of a row in one. */
  private static String text(List<Block> kept) {
    int length = 0;
    for (Block block : kept) {
      length += block.text.length() + 1;
    }
    StringBuilder text = new StringBuilder(length);
    @Nullable Block last = null;
    for (Block block : kept) {
      if (last != null) {
        text.append(isInRow(last) && isInRow(block) && row(last) == row(block) ? ' ' : '\n');
      }
      text.append(block.text);
      last = block;
    }
    return text.toString();
  }

  private static boolean isInRow(Block block) {
    return block.region.kind == Tags.CELL && block.size() < LONG_CELL;
  }

  private static @Nullable Region row(Block cell) {
    return cell.region.parent;
  }

  private static ArticleText ofStated(String stated) {
    String marked = stated.contains("</") || stated.contains("<br") ? stated : lines(stated);
    Document document = Jsoup.parseBodyFragment(marked);
    List<Block> blocks = Survey.of(document, false).blocks;
    return new ArticleText(
        blocks.stream()
            .map(block -> "<p>" + Entities.escape(block.text) + "</p>")
            .collect(Collectors.joining("\n")),
        blocks.stream().map(block -> block.text).collect(Collectors.joining("\n")));
  }

  private static String lines(String stated) {
    return stated.lines().map(line -> "<p>" + line + "</p>").collect(Collectors.joining("\n"));
  }
}
