package org.headrace.demo;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the templates of one outlet may ask for. */
final class Words {
  private static final int COMMENTS_PER_ARTICLE = 2;

  private final Paper paper;
  private final URI home;
  private final List<String> comments = Shelf.text("comments.txt").lines().toList();

  Words(Paper paper, URI home) {
    this.paper = paper;
    this.home = home;
  }

  String address(String path) {
    return home.resolve(path).toString();
  }

  /** What is the same on all pages of the outlet. */
  Scope outlet() {
    return Scope.empty()
        .put("outlet", paper.name())
        .put("tagline", paper.settings().header("Tagline"))
        .put("home", address("/"))
        .put("feed", address(paper.settings().header("Feed-path")))
        .put("language", paper.settings().header("Language"))
        .put("charset", paper.settings().header("Charset"))
        .put("year-now", Times.pattern("uuuu", paper.pressDay()))
        .put("today", paper.day(paper.pressDay()))
        .put("sections", named(paper.settings().list("Sections")));
  }

  /** What one page of an article adds. */
  Scope page(Manuscript article, Edition edition, int page) {
    List<Scope> blocks =
        article.blocks(edition).stream()
            .filter(block -> block.page() == page)
            .map(Block::scope)
            .toList();
    int opening = Math.min(2, blocks.size());
    return entry(article, edition)
        .inside(outlet())
        .put("blocks", blocks)
        .put("opening", blocks.subList(0, opening))
        .put("remainder", blocks.subList(opening, blocks.size()))
        .put("others", others(article))
        .put("other", others(article).subList(0, 1))
        .put("comments", comments(article))
        .put("minutes", Integer.toString(article.minutes()))
        .put("json-ld", LinkedData.of(article, edition, this, paper))
        .put("multi-page", article.pages() > 1 ? "yes" : "")
        .put("page", Integer.toString(page))
        .put("pages", pages(article, page))
        .put("previous", page > 1 ? address(paper.path(article, page - 1)) : "")
        .put("next", page < article.pages() ? address(paper.path(article, page + 1)) : "");
  }

  /** What a list of articles says of one: all of it but its text. */
  Scope entry(Manuscript article, Edition edition) {
    return Scope.empty()
        .put("slug", article.slug())
        .put("url", address(paper.path(article)))
        .put("headline", article.headline())
        .put("byline", article.byline())
        .put("section", article.section())
        .put("summary", article.summary(edition))
        .put("iso", Times.iso(article.published()))
        .put("rss-date", Times.rss(article.published()))
        .put("day", paper.day(article.published()))
        .put("time", Times.pattern("HH:mm", article.published()))
        .put("updated", Times.iso(updated(article, edition)))
        .put("corrected", article.changesIn(edition) ? paper.day(paper.pressDay()) : "")
        .put("picture", picture(article))
        .put("caption", article.caption())
        .put("width", Integer.toString(Painting.WIDTH))
        .put("height", Integer.toString(Painting.HEIGHT))
        .put("tags", named(article.tags()));
  }

  Instant updated(Manuscript article, Edition edition) {
    return article.changesIn(edition) ? paper.pressDay() : article.published();
  }

  String picture(Manuscript article) {
    return article.motif().isEmpty() ? "" : address("/pictures/" + article.slug() + ".png");
  }

  private static List<Scope> named(List<String> names) {
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                Scope.empty()
                    .put("name", names.get(i))
                    .put("number", Integer.toString(i + 1))
                    .put("comma", i + 1 < names.size() ? ", " : ""))
        .toList();
  }

  private List<Scope> others(Manuscript article) {
    return paper.articles().stream()
        .filter(other -> !other.equals(article))
        .map(other -> entry(other, Edition.FIRST))
        .toList();
  }

  private List<Scope> pages(Manuscript article, int shown) {
    return IntStream.rangeClosed(1, article.pages())
        .mapToObj(
            page ->
                Scope.empty()
                    .put("number", Integer.toString(page))
                    .put("page-url", address(paper.path(article, page)))
                    .put("current", page == shown ? "yes" : ""))
        .toList();
  }

  private List<Scope> comments(Manuscript article) {
    List<Scope> chosen = new ArrayList<>();
    int first = Math.floorMod(article.slug().hashCode(), comments.size());
    for (int i = 0; i < COMMENTS_PER_ARTICLE; i++) {
      String[] comment = comments.get((first + i) % comments.size()).split("\\|", 2);
      chosen.add(
          Scope.empty().put("reader", comment[0].strip()).put("comment", comment[1].strip()));
    }
    return chosen;
  }
}
