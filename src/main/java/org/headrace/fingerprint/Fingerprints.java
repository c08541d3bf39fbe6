package org.headrace.fingerprint;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import org.headrace.model.Fingerprint;
import org.headrace.model.Words;

/**
 * Makes fingerprints. Two spellings of one text (entities, typographic quotes, width of letters,
 * case, text read in the wrong charset) get the same one.
 */
public final class Fingerprints {
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_BODY = 4000;

  private Fingerprints() {}

  /**
   * The fingerprint of an article.
   *
   * @param title as published; empty if none
   * @param text plain text, blocks separated by a line break; empty if none
   */
  public static Fingerprint of(String title, String text) {
    WordRow head = new WordRow(LONGEST_TITLE);
    int tail = new WordReader(head).read(PlainSpelling.of(title));
    HashStream64 whole = Hashing.komihash5_0().hashStream();
    WordRow row = new WordRow(LONGEST_BODY, whole);
    new WordReader(row).read(PlainSpelling.of(text));
    Words body = row.words();
    long textHash = body.length() == 0 ? 0 : whole.getAsLong();
    return new Fingerprint(textHash, head.words(), Math.min(tail, head.words().length()), body);
  }
}
