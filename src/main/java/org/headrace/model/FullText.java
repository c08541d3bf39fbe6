package org.headrace.model;

/** Whether the page behind an entry is read for its text. */
public enum FullText {
  /** The feed's own text is enough. */
  NEVER,
  /** Read the page unless the feed already carries the whole text. */
  AUTO,
  /** Read the page of every entry. */
  ALWAYS
}
