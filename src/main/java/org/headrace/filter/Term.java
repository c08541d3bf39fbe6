package org.headrace.filter;

import com.google.re2j.Pattern;
import org.headrace.model.Rule.Field;

/** What a field is searched for. */
sealed interface Term {
  /** As the operator wrote it. */
  String written();

  boolean isIn(Passage passage);

  /**
   * A term of {@code field}.
   *
   * @throws IllegalArgumentException if it has a fault (see {@link Expressions#fault})
   */
  static Term of(Field field, String written) {
    if (Expressions.isOne(written)) {
      return new Expression(written, Expressions.compile(written));
    }
    String plain = Letters.plain(written);
    return field == Field.LANGUAGE ? new Language(written, plain) : new Words(written, plain);
  }

  /** Whole words in a row, whatever their case. */
  record Words(String written, String plain) implements Term {
    @Override
    public boolean isIn(Passage passage) {
      String text = passage.plain();
      for (int at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1)) {
        if (Letters.isEdge(text, at) && Letters.isEdge(text, at + plain.length())) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A language, and with it its regional kinds: {@code de} is also {@code de-AT}.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc4647#section-3.3.1">RFC 4647, 3.3.1</a>
   */
  record Language(String written, String plain) implements Term {
    @Override
    public boolean isIn(Passage passage) {
      String tag = passage.plain();
      return tag.equals(plain) || tag.startsWith(plain + "-");
    }
  }

  /** A regular expression, in RE2's syntax: its time is bounded by the length of the text. */
  record Expression(String written, Pattern pattern) implements Term {
    @Override
    public boolean isIn(Passage passage) {
      return pattern.matcher(passage.text()).find();
    }
  }
}
