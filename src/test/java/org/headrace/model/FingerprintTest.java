package org.headrace.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final Fingerprint SOME = new Fingerprint(42, words(3), 1, words(200));

  private static Words words(int length) {
    char[] codes = new char[length];
    BitSet lines = new BitSet();
    BitSet quoted = new BitSet();
    for (int i = 0; i < length; i++) {
      codes[i] = Words.code(i * 7919, Words.Kind.values()[i % 4]);
      lines.set(i, i % 50 == 0);
      quoted.set(i, i % 9 == 0);
    }
    return Words.of(codes, lines, quoted);
  }

  @Test
  void what_is_kept_is_read_back() {
    assertEquals(SOME, Fingerprint.of(SOME.toBytes()));
    assertEquals(Fingerprint.NONE, Fingerprint.of(Fingerprint.NONE.toBytes()));
  }

  @Test
  void a_usual_article_takes_about_two_bytes_a_word() {
    Fingerprint usual = new Fingerprint(1, words(12), 0, words(800));
    assertEquals(true, usual.toBytes().length < 2000);
  }

  @Test
  void an_unknown_form_is_refused() {
    byte[] kept = SOME.toBytes();
    kept[0] = 99;
    assertThrows(IllegalArgumentException.class, () -> Fingerprint.of(kept));
  }

  @Test
  void a_form_that_was_cut_off_or_goes_on_is_refused() {
    byte[] kept = SOME.toBytes();
    for (int length = 0; length < kept.length; length++) {
      byte[] cut = Arrays.copyOf(kept, length);
      assertThrows(IllegalArgumentException.class, () -> Fingerprint.of(cut));
    }
    byte[] longer = Arrays.copyOf(kept, kept.length + 1);
    assertThrows(IllegalArgumentException.class, () -> Fingerprint.of(longer));
  }

  @Test
  void marks_behind_the_last_word_are_refused() {
    BitSet behind = new BitSet();
    behind.set(3);
    assertThrows(IllegalArgumentException.class, () -> Words.of(new char[3], behind, new BitSet()));
  }
}
