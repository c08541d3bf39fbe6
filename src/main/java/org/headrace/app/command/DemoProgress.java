package org.headrace.app.command;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.headrace.model.Article;
import org.headrace.model.Grouping;
import org.headrace.model.PollOutcome;
import org.headrace.pipeline.Journal;
import org.headrace.pipeline.PollWords;

/** Shows what happens as it goes, and keeps what the closing report tells. */
final class DemoProgress implements Journal, AutoCloseable {
  private final Map<String, AtomicInteger> polls = new ConcurrentHashMap<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Queue<Article> articles = new ConcurrentLinkedQueue<>();
  private final AtomicInteger joined = new AtomicInteger();
  private final AtomicInteger unchanged = new AtomicInteger();
  private final Optional<ProgressBar> bar;
  private final PrintWriter out;
  private volatile boolean quiet;

  private DemoProgress(Optional<ProgressBar> bar, PrintWriter out) {
    this.bar = bar;
    this.out = out;
  }

  /** A bar on a terminal, plain lines elsewhere. */
  static DemoProgress of(int sources, boolean terminal, PrintWriter out) {
    return new DemoProgress(
        terminal
            ? Optional.of(
                new ProgressBarBuilder()
                    .setTaskName("First round")
                    .setInitialMax(sources)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(200)
                    .build())
            : Optional.empty(),
        out);
  }

  @Override
  public void tell(Event event) {
    switch (event) {
      case Polled polled -> polled(polled);
      case Moved moved -> line("moved      " + moved.source().name() + ": " + moved.to());
      case Discovered discovered ->
          line("found      %s: %s".formatted(discovered.source().name(), discovered.feed()));
      case Read read -> read(read.article());
      case Ruled ruled -> line("by rule    %s: %s".formatted(ruled.page(), ruled.remark()));
      case LeftOut left ->
          line(
              "left out   %s: %s (%s)"
                  .formatted(left.article().sourceName(), left.article().title(), left.rule()));
      case Grouped grouped -> grouped(grouped);
      case Hub hub -> line("hub        " + hub.source().name() + ": " + hub.words());
      case Published published -> line("published  " + published.stories() + " stories");
    }
  }

  private void polled(Polled polled) {
    String name = polled.source().name();
    int times = polls.computeIfAbsent(name, unasked -> new AtomicInteger()).incrementAndGet();
    if (times == 1) {
      bar.ifPresent(ProgressBar::step);
    }
    if (polled.outcome() instanceof PollOutcome.Unchanged) {
      unchanged.incrementAndGet();
    } else {
      String words = PollWords.of(polled.outcome());
      answers.merge(
          name, words, (before, now) -> before.contains(now) ? before : before + "; then " + now);
      line("polled     %s: %s".formatted(name, words));
    }
  }

  private void read(Article article) {
    articles.add(article);
    bar.ifPresent(
        shown -> shown.setExtraMessage(articles.size() + " articles, " + joined + " joined"));
    line("scraped    %s: %s".formatted(article.sourceName(), article.title()));
  }

  private void grouped(Grouped grouped) {
    if (grouped.grouping() instanceof Grouping.Joins joins) {
      joined.incrementAndGet();
      line("joined     %s: %s".formatted(joins.rule(), joins.detail()));
    }
  }

  private void line(String words) {
    if (bar.isEmpty() && !quiet) {
      synchronized (out) {
        out.println(words);
        out.flush();
      }
    }
  }

  /** How often a source was asked. */
  int polls(String source) {
    AtomicInteger times = polls.get(source);
    return times == null ? 0 : times.get();
  }

  /** What each source answered, in words. */
  Map<String, String> answers() {
    return answers;
  }

  /** Every reading of an article, a second one after an edit among them. */
  Queue<Article> articles() {
    return articles;
  }

  int unchanged() {
    return unchanged.get();
  }

  /** Shows no more. */
  @Override
  public void close() {
    quiet = true;
    bar.ifPresent(ProgressBar::close);
  }
}
