package org.headrace.discover;

import java.net.URI;

/**
 * A place where a page says its feed is.
 *
 * @param title as the page names it; empty if it does not
 * @param comments true if it seems to carry readers' comments and not the site's own entries
 */
public record FeedLink(URI address, String title, boolean comments) {}
