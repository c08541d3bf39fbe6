package org.headrace.model;

/** What a fetched page turned out to be. Only an {@link #ARTICLE} replaces the feed's own text. */
public enum PageKind {
  ARTICLE,
  /** Asks for consent to cookies and shows nothing else. */
  CONSENT_WALL,
  /** Wants proof that a person asks. */
  BOT_CHECK,
  /** Shows a beginning and asks for payment or login. */
  PAYWALL,
  /** Says "not found" with status 200. */
  NOT_FOUND,
  /** A front page, a list of links, or nothing that reads like an article. */
  NO_ARTICLE
}
