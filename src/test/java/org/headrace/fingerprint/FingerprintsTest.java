package org.headrace.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.headrace.model.Fingerprint;
import org.headrace.model.Words;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  private static long hash(String text) {
    return Fingerprints.of("", text).textHash();
  }

  private static Words body(String text) {
    return Fingerprints.of("", text).body();
  }

  @Test
  void no_text_has_no_hash() {
    assertEquals(0, hash(""));
    assertEquals(0, hash(" \n… — "));
    assertEquals(Fingerprint.NONE, Fingerprints.of("", ""));
  }

  @Test
  void spellings_of_one_text_are_one_text() {
    long plain = hash("The mayor's \"new\" café opens in the UK at 10.30 today");
    assertEquals(plain, hash("The mayor’s “new” café opens in the U.K. at 10.30 today"));
    assertEquals(
        plain,
        hash("The mayor&#8217;s &quot;new&quot; cafe&#x301; opens in the UK at 10.30 today"));
    assertEquals(plain, hash("THE MAYOR'S «NEW» CAFÉ OPENS IN THE UK AT 10.30 TODAY"));
    assertEquals(plain, hash("The may\u00ADor's new ca\u200Bfé opens in the UK at 10.30 today"));
    assertEquals(plain, hash("Ｔｈｅ mayor's \"new\" café opens in the UK at 10.30 today"));
    assertNotEquals(plain, hash("The mayor's new café opens in the UK at 10.45 today"));
  }

  @Test
  void a_text_read_in_the_wrong_charset_is_read_again() {
    for (String text : new String[] {"Ärger über Öl — “schön”", "Дума приняла закон", "価格が上がる"}) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      StringBuilder wrong = new StringBuilder();
      for (byte one : bytes) { // browsers read the open places of windows-1252 as controls
        String read = new String(new byte[] {one}, Charset.forName("windows-1252"));
        wrong.append(read.equals("\uFFFD") ? (char) Byte.toUnsignedInt(one) : read.charAt(0));
      }
      assertEquals(hash(text), hash(wrong.toString()), text);
    }
  }

  @Test
  void foreign_letters_that_were_read_rightly_stay() {
    assertNotEquals(hash("Größe"), hash("Grose"));
    assertEquals(hash("naïve"), hash("naive"));
  }

  @Test
  void scripts_without_spaces_are_split_into_pairs() {
    assertEquals(4, body("東京都知事").length());
    assertEquals(7, body("ตลาดหุ้น").length());
    assertEquals(2, body("서울 시장").length());
  }

  @Test
  void a_word_is_told_by_what_it_does() {
    Words words = body("Prices in Oslo rose by seven or 1,200.50 crowns.\nThen fell.");
    Words.Kind[] kinds = {
      Words.Kind.PLAIN,
      Words.Kind.FUNCTION,
      Words.Kind.NAME,
      Words.Kind.PLAIN,
      Words.Kind.FUNCTION,
      Words.Kind.FIGURE,
      Words.Kind.FUNCTION,
      Words.Kind.FIGURE,
      Words.Kind.PLAIN
    };
    for (int i = 0; i < kinds.length; i++) {
      assertEquals(kinds[i], words.kind(i), "word " + i);
    }
    assertTrue(words.startsLine(9));
    assertEquals(9, words.lineEnd(0));
  }

  @Test
  void a_figure_is_the_same_in_whatever_digits_it_is_written() {
    assertEquals(hash("المنسوب 211.40 مترا"), hash("المنسوب ٢١١٫٤٠ مترا"));
    assertEquals(hash("जलस्तर 48 मीटर"), hash("जलस्तर ४८ मीटर"));
    assertEquals(hash("ระดับน้ำ 48 เมตร"), hash("ระดับน้ำ ๔๘ เมตร"));
    assertEquals(hash("水位は48メートル"), hash("水位は４８メートル"));
    assertEquals(hash("المنسوب 48,000 مترا"), hash("المنسوب ٤٨٬٠٠٠ مترا"));
  }

  @Test
  void a_figure_within_a_script_without_spaces_is_a_word_of_its_own() {
    for (String text :
        new String[] {
          "水位は48メートル", "水位是48米高", "ระดับ48เมตร", "ระดับ๔๘เมตร", "កម្ពស់៤៨ម៉ែត្រ", "ระดับ ๔๘ เมตร"
        }) {
      Words words = body(text);
      long figures =
          IntStream.range(0, words.length())
              .filter(place -> words.kind(place) == Words.Kind.FIGURE)
              .count();
      assertEquals(1, figures, text);
    }
  }

  @Test
  void a_number_in_Han_characters_is_a_figure() {
    Words words = body("入庫三百四十人");
    assertEquals(Words.Kind.PLAIN, words.kind(0));
    for (int place = 1; place < words.length(); place++) {
      assertEquals(Words.Kind.FIGURE, words.kind(place), "pair " + place);
    }
    assertEquals(Words.Kind.PLAIN, body("一些问题").kind(0));
  }

  @Test
  void a_number_written_as_a_word_is_that_number() {
    assertEquals(hash("April 7"), hash("April seven"));
  }

  @Test
  void what_is_quoted_is_marked() {
    Words words = body("She said: “we will win” today");
    assertEquals(false, words.isQuoted(1));
    assertEquals(true, words.isQuoted(2));
    assertEquals(true, words.isQuoted(4));
    assertEquals(false, words.isQuoted(5));
  }

  @Test
  void the_tail_of_a_headline_is_what_stands_behind_its_last_separator() {
    assertEquals(2, Fingerprints.of("Well-known bridge closed - Harbour Times", "").titleTail());
    assertEquals(1, Fingerprints.of("Budget: what changes | Courier", "").titleTail());
    assertEquals(0, Fingerprints.of("Well-known bridge closed", "").titleTail());
  }

  @Test
  void a_text_without_end_is_bounded_but_hashed_whole() {
    String endless = "word ".repeat(100_000);
    Fingerprint bounded = Fingerprints.of(endless, endless + "one");
    assertTrue(bounded.toBytes().length < 12_000);
    assertNotEquals(bounded.textHash(), hash(endless + "two"));
  }

  @Test
  void broken_characters_do_no_harm() {
    Fingerprint odd =
        Fingerprints.of("\uD83D & &#99999999; \u0000", "\uDC00\uFFFF &#xD800; Ã \u0300");
    assertEquals(odd, Fingerprint.of(odd.toBytes()));
  }
}
