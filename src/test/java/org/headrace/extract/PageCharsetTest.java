package org.headrace.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.headrace.model.Page;
import org.junit.jupiter.api.Test;

class PageCharsetTest {
  private static final String TEXT = "<p>Über die Brücke fährt ein Zug – „ja“, sagte Åsa.</p>";

  private static String decoded(String contentType, byte[] body) {
    return ContentExtractor.decode(Page.of(Pages.PLACE, contentType, body));
  }

  @Test
  void the_header_is_believed() {
    byte[] body = "<p>Мост закрыт</p>".getBytes(Charset.forName("windows-1251"));
    assertEquals("<p>Мост закрыт</p>", decoded("text/html; charset=windows-1251", body));
  }

  @Test
  void bytes_that_are_utf_8_are_utf_8_whatever_the_page_says() {
    String page = "<meta charset=iso-8859-1>" + TEXT;
    assertEquals(page, decoded("text/html", page.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void latin_1_means_windows_1252() {
    String page = "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>" + TEXT;
    assertEquals(page, decoded("text/html", page.getBytes(Charset.forName("windows-1252"))));
  }

  @Test
  void a_byte_order_mark_is_taken_off() {
    assertEquals(TEXT, decoded("", ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)));
    assertEquals(TEXT, decoded("", ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE)));
  }

  @Test
  void an_undeclared_charset_is_guessed() {
    String page = "<p>" + "Старый мост через гавань закроют в понедельник. ".repeat(20) + "</p>";
    assertEquals(page, decoded("text/html", page.getBytes(Charset.forName("windows-1251"))));
  }

  @Test
  void an_unknown_label_is_no_harm() {
    assertTrue(
        decoded("text/html; charset=klingon", "abc".getBytes(StandardCharsets.US_ASCII))
            .equals("abc"));
  }
}
