package org.headrace.publish;

/** The page of one story with its whole text. */
public record StoryPage(Frame frame, PublishedStory story) {

  static byte[] print(Frame frame, PublishedStory story) {
    return Pages.print("story.jte", new StoryPage(frame, story));
  }

  static Edition edition(Frame frame, PublishedStory story) {
    return Edition.of("/" + story.page(), Pages.MEDIA_TYPE, print(frame, story), story.changed());
  }
}
