package org.headrace.pipeline;

/**
 * What stands in the feeds.
 *
 * @param title of the combined feed
 * @param items newest stories kept in a feed
 * @param generator name and version of the program
 */
public record PublishSettings(String title, int items, String generator) {}
