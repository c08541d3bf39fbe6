package org.headrace.markup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headrace.app.lab.LabExtract;
import org.headrace.extract.ContentExtractor;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Counts the pages whose tree is made in one go, and those of them where jsoup makes another. */
public final class PageTrees {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SETS =
      List.of("fundus", "wcxb-dev-art", "trafilatura", "naeb", "htmldate", "postlight", "mozilla");

  private int pages;
  private int left;
  private int other;

  private PageTrees() {}

  /** {@code PACK}: the folder with naeb, fundus, ... */
  public static void main(String[] arguments) throws IOException {
    PageTrees trees = new PageTrees();
    for (String set : SETS) {
      trees.compare(Path.of(arguments[0]).resolve(set));
    }
    System.out.printf(
        "%d pages: %d left to jsoup, %d with another tree than jsoup's%n",
        trees.pages, trees.left, trees.other);
  }

  private void compare(Path folder) throws IOException {
    for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      String html = ContentExtractor.decode(LabExtract.page(folder, row));
      Optional<Document> made = HtmlMarkup.pageInOneGo(html, "", null);
      pages++;
      left += made.isPresent() ? 0 : 1;
      Document known = Parser.htmlParser().setMaxDepth(HtmlMarkup.DEEPEST).parseInput(html, "");
      String lines = TreeLines.of(known);
      other += made.isPresent() && !TreeLines.of(made.get()).equals(lines) ? 1 : 0;
    }
  }
}
