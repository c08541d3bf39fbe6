package org.headrace.store;

import org.headrace.model.Arrival;
import org.headrace.model.Article;
import org.headrace.model.Marks;
import org.headrace.model.Remembered;
import org.headrace.model.StoryId;

/**
 * An article whose story was decided just now.
 *
 * @param order of the decision
 * @param grouping why, as it is kept
 */
record DecidedArticle(
    Waiting waiting, ReadArticle read, long story, long order, String grouping, Marks marks) {
  Article article() {
    return read.article();
  }

  Remembered remembered() {
    Arrival arrival = waiting.arrival(read);
    return new Remembered(
        order, arrival.id(), arrival.source(), new StoryId(story), arrival.seen(), marks);
  }
}
