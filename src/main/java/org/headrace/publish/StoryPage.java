package org.headrace.publish;

/** The page of one story with its whole text. */
public record StoryPage(Frame frame, PublishedStory story) {}
