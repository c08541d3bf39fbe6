package org.headrace.app.command;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.headrace.app.Program;
import org.headrace.demo.Expected;
import org.headrace.model.Article;
import org.headrace.model.Mention;
import org.headrace.model.Story;
import org.headrace.model.TextOrigin;

/** Tells what was polled, scraped, joined and published, and holds it against what the press wrote. */
final class DemoReport {
  private static final int ALL = 1000;

  private final DemoProgress progress;
  private final Expected expected;
  private final List<Story> stories;

  DemoReport(Program program, DemoProgress progress, Expected expected) {
    this.progress = progress;
    this.expected = expected;
    this.stories = program.store().stories().newest(ALL, java.util.Optional.empty());
  }

  /** True if every story of the press came out, and none twice. */
  boolean print(PrintWriter out) {
    out.printf("%nPolled     %d sources, %d answers unchanged%n", polled(), progress.unchanged());
    new TreeMap<>(progress.answers())
        .forEach((source, words) -> out.printf("           %-24s %s%n", source, words));
    printScraped(out);
    printJoined(out);
    boolean right = missing().isEmpty() && twice().isEmpty() && stories.size() == expected.count();
    out.printf(
        "Published  %d stories; the press wrote %d: %s%n%n",
        stories.size(), expected.count(), right ? "none lost, none twice" : "THEY DIFFER");
    missing().forEach(title -> out.printf("           lost: %s%n", title));
    twice().forEach(title -> out.printf("           twice: %s%n", title));
    out.flush();
    return right;
  }

  private int polled() {
    return progress.answers().size();
  }

  private void printScraped(PrintWriter out) {
    long pages = progress.articles().stream().filter(DemoReport::fromPage).count();
    Set<String> notes = new HashSet<>();
    out.printf(
        "Scraped    %d articles, %d with the text of their page%n",
        progress.articles().size(), pages);
    for (Article article : progress.articles()) {
      if (!article.note().isEmpty() && notes.add(article.title().value())) {
        out.printf(
            "           \"%s\" keeps the feed's own text: %s%n", article.title(), article.note());
      }
    }
  }

  private static boolean fromPage(Article article) {
    return article.origin() == TextOrigin.PAGE;
  }

  private void printJoined(PrintWriter out) {
    List<Story> joined = stories.stream().filter(story -> !story.alsoIn().isEmpty()).toList();
    out.printf("Joined     %d stories that several sources carry%n", joined.size());
    for (Story story : joined) {
      out.printf(
          "           \"%s\" in %s, also in %s%n",
          story.face().title(),
          story.face().sourceName(),
          story.alsoIn().stream().map(Mention::sourceName).collect(Collectors.joining(", ")));
    }
  }

  private List<String> missing() {
    return expected.stories().stream()
        .filter(story -> story.titles().stream().noneMatch(this::shown))
        .map(story -> story.titles().getFirst())
        .toList();
  }

  private List<String> twice() {
    return expected.stories().stream()
        .filter(
            story ->
                stories.stream()
                        .filter(found -> story.titles().contains(found.face().title().value()))
                        .count()
                    > 1)
        .map(story -> story.titles().getFirst())
        .toList();
  }

  private boolean shown(String title) {
    return stories.stream().anyMatch(story -> story.face().title().value().equals(title));
  }
}
