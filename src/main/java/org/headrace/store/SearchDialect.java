package org.headrace.store;

import java.util.List;
import java.util.stream.Collectors;

/** How each database keeps words and finds them again. */
enum SearchDialect {
  /** SQLite's FTS5. */
  FTS5(
      "insert into story_words (rowid, words) values (:story, :words)",
      "delete from story_words where rowid in (<stories>)",
      "select rowid from story_words where story_words match :wanted"
          + " order by rowid desc limit :most") {
    @Override
    String wanted(List<String> words) {
      return words.stream()
              .limit(words.size() - 1L)
              .map(word -> '"' + word + "\" ")
              .collect(Collectors.joining())
          + '"'
          + words.getLast()
          + "\"*";
    }
  },

  /** PostgreSQL's tsvector. */
  TSVECTOR(
      "insert into story_words (story, words)"
          + " values (:story, array_to_tsvector(string_to_array(:words, ' ')))",
      "delete from story_words where story in (<stories>)",
      "select story from story_words where words @@ cast(:wanted as tsquery)"
          + " order by story desc limit :most") {
    @Override
    String wanted(List<String> words) {
      return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" & ")) + ":*";
    }
  };

  private final String insert;
  private final String delete;
  private final String find;

  SearchDialect(String insert, String delete, String find) {
    this.insert = insert;
    this.delete = delete;
    this.find = find;
  }

  String insert() {
    return insert;
  }

  String delete() {
    return delete;
  }

  String find() {
    return find;
  }

  /** Asks for texts with all of {@code words}, of which there is one at least; the last may go on. */
  abstract String wanted(List<String> words);
}
