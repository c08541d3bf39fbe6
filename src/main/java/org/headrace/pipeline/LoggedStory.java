package org.headrace.pipeline;

/**
 * A story on its way to the log.
 *
 * @param id the story's {@code tag:} URI: what is of the same story has the same
 * @param change number of its last change
 * @param json the record, see {@link org.headrace.publish.StoryRecord}
 */
public record LoggedStory(String id, long change, String json) {
  /** What is written. */
  @Override
  public String toString() {
    return json;
  }
}
