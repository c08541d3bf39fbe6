package org.headrace.extract;

import org.jspecify.annotations.Nullable;

/**
 * What is known of words, by the word. Asked for every element of a page, so it is made for strings
 * alone: maps that are shared with other kinds of keys take twice the time.
 *
 * @param <V> what is known of a word
 */
final class WordTable<V> {
  private @Nullable String[] words = new String[64];
  private Object[] values = new Object[64];
  private int size;

  /** What is known of the word; null if nothing is. */
  @SuppressWarnings("unchecked") // only put fills it
  @Nullable V get(String word) {
    int place = place(word);
    return words[place] == null ? null : (V) values[place];
  }

  void put(String word, V value) {
    if (2 * size >= words.length) {
      grow();
    }
    int place = place(word);
    size += words[place] == null ? 1 : 0;
    words[place] = word;
    values[place] = value;
  }

  /** Where the word stands, or where it would. */
  private int place(String word) {
    int hash = word.hashCode();
    int place = (hash ^ hash >>> 15) & words.length - 1;
    String other = words[place];
    while (other != null && !other.equals(word)) {
      place = place + 1 & words.length - 1;
      other = words[place];
    }
    return place;
  }

  private void grow() {
    String[] oldWords = words;
    Object[] oldValues = values;
    words = new String[2 * oldWords.length];
    values = new Object[2 * oldValues.length];
    for (int i = 0; i < oldWords.length; i++) {
      String word = oldWords[i];
      if (word != null) {
        int place = place(word);
        words[place] = word;
        values[place] = oldValues[i];
      }
    }
  }
}
