package org.headrace.extract.site;

/**
 * Something in a file of rules that cannot be used; all the rest of the file is.
 *
 * @param file as it was found
 * @param line counted from 1
 * @param broken true if it was meant to do something and cannot; false if it is merely not known
 *     here, or refused
 * @param words what is wrong, one sentence without a full stop
 */
public record RuleFault(String file, int line, boolean broken, String words) {
  @Override
  public String toString() {
    return "%s:%d: %s".formatted(file, line, words);
  }
}
