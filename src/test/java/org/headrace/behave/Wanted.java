package org.headrace.behave;

/** What must come of a source that behaves in a certain way. */
enum Wanted {
  /** All its entries come out. */
  OK,
  /** Nothing comes out, and the operator is told why. */
  ERROR,
  /** The server misbehaves in a way that may be understood or not; never half of it. */
  OK_OR_ERROR,
  /** Whole entries or nothing at all. */
  PARTIAL,
  /** The server asked to wait, and it is waited. */
  LATER,
  /** It is not asked again. */
  GONE,
  /** Nothing was asked that must not be asked. */
  BLOCKED,
  /** Entries come out with the feed's own text in place of the page's. */
  FALLBACK,
  /**
   * Nothing outside of the document was read or grew in memory, whether entries come out or not.
   */
  INERT
}
