package org.headrace.config;

/** Where something stands in a file; line and column counted from 1. */
record Place(int line, int column, int length) {
  static final Place TOP = new Place(1, 1, 1);
}
