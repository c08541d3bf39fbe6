package org.headrace.demo;

/** Which form of an article is out. */
enum Edition {
  /** As first printed. */
  FIRST,
  /** With what the editors added later. */
  CORRECTED
}
