package org.headrace.app.command;

import java.io.PrintWriter;
import org.headrace.model.Grouping;
import org.headrace.pipeline.Journal;
import org.headrace.pipeline.PollWords;

/** Prints what a round would bring, a line for each thing. */
final class NewStories implements Journal {
  private final PrintWriter out;

  NewStories(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void tell(Event event) {
    switch (event) {
      case Polled polled ->
          out.printf("asked     %s: %s%n", polled.source().name(), PollWords.of(polled.outcome()));
      case Read read ->
          out.printf(
              "article   %s: %s%n", read.article().sourceName(), read.article().title().value());
      case LeftOut left ->
          out.printf(
              "left out  %s: %s (%s)%n",
              left.article().sourceName(), left.article().title().value(), left.rule());
      case Grouped grouped when grouped.grouping() instanceof Grouping.Joins joins ->
          out.printf("joined    %s: %s%n", joins.rule(), joins.detail());
      case Grouped grouped -> {}
      default -> {}
    }
    out.flush();
  }
}
