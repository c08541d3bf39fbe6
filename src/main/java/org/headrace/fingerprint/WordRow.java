package org.headrace.fingerprint;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.headrace.model.Words;

/**
 * Takes words one by one and keeps what {@link Words} remembers of them.
 *
 * <p>Hashing is komihash 5.0. Kept fingerprints depend on it: another hash is another form.
 */
final class WordRow {
  private final int most;
  private final Optional<HashStream64> whole;
  private final BitSet lineStarts = new BitSet();
  private final BitSet quoted = new BitSet();
  private char[] codes = new char[64];
  private int length;

  WordRow(int most) {
    this(most, Optional.empty());
  }

  /** Every word goes into {@code whole} too, also those beyond the most that are kept. */
  WordRow(int most, HashStream64 whole) {
    this(most, Optional.of(whole));
  }

  private WordRow(int most, Optional<HashStream64> whole) {
    this.most = most;
    this.whole = whole;
  }

  void add(String word, Words.Kind kind, boolean startsLine, boolean inQuotes) {
    long hash = Hashing.komihash5_0().hashCharsToLong(word);
    whole.ifPresent(stream -> stream.putLong(hash));
    if (length == most) {
      return;
    }
    if (length == codes.length) {
      codes = Arrays.copyOf(codes, 2 * length);
    }
    codes[length] = Words.code((int) hash, kind);
    lineStarts.set(length, startsLine);
    quoted.set(length, inQuotes);
    length++;
  }

  Words words() {
    return Words.of(Arrays.copyOf(codes, length), lineStarts, quoted);
  }
}
