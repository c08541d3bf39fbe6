package org.headrace.discover;

import java.net.URI;

/**
 * An address where a site's feed may be. Nobody has looked yet.
 *
 * @param title as the page names it; empty if it does not
 * @param sign why it may be one
 * @param scope what it seems to carry
 */
public record Candidate(URI address, String title, Sign sign, Scope scope) {

  /** Why an address may be that of a feed, the surest first. */
  public enum Sign {
    /** It was asked for by name. */
    NAMED,
    /** Sites with such addresses keep their feeds there. */
    KNOWN_SITE,
    /** A link for programs, in the head of a page. */
    STATED,
    /** A link for people. */
    SHOWN,
    /** The system that made the page keeps its feeds there. */
    USUAL,
    /** Many sites keep a feed there. */
    GUESSED
  }

  /** How much of a site a feed carries, the most wanted first. */
  public enum Scope {
    /** What is new on the site. */
    SITE,
    /** One category, tag, author or the like. */
    PART,
    /** What readers write. */
    COMMENTS
  }
}
