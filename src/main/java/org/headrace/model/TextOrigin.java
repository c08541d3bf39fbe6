package org.headrace.model;

/** Where an article's text comes from. */
public enum TextOrigin {
  /** Extracted from the page behind the entry. */
  PAGE,
  /** The feed's own full text. */
  FEED,
  /** The feed's summary: the page could not be had or gave less. */
  SUMMARY,
  /** There is only a headline. */
  TITLE
}
