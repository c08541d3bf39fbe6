package org.headrace.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import org.headrace.model.Feed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
  private static final String TEXT = "“Größe” café";

  @ParameterizedTest(name = "{0} that says {1}, header {2}")
  @CsvSource({
    "UTF-8, utf-8, '', utf-8",
    "UTF-8, iso-8859-1, '', utf-8",
    "UTF-8, utf-16, '', utf-8",
    "UTF-8, utf-8, charset=us-ascii, utf-8",
    "windows-1252, iso-8859-1, '', windows-1252",
    "windows-1252, utf-8, '', windows-1252",
    "windows-1252, '', '', windows-1252",
    "windows-1252, no-such, '', windows-1252",
    "UTF-16, utf-8, '', utf-16be",
    "UTF-16LE, utf-16, '', utf-16le",
    "UTF-16BE, '', '', utf-16be",
    "x-UTF-16LE-BOM, '', '', utf-16le",
  })
  void bytes_outrank_what_is_said_of_them(
      String real, String declared, String parameter, String found) throws UnreadableFeedException {
    String declaration =
        declared.isEmpty() ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
    String document = declaration + Feeds.rss("<item><title>" + TEXT + "</title></item>");
    Feed feed =
        Feeds.read("application/xml; " + parameter, document.getBytes(Charset.forName(real)));
    assertEquals(TEXT, feed.entries().getFirst().title());
    assertEquals(found, feed.encoding());
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, Привет из Москвы",
    "Shift_JIS, 東京の天気",
    "GBK, 北京的天气",
    "KOI8-R, Привет из Москвы",
    "ISO-8859-2, Příliš žluťoučký kůň",
  })
  void a_declared_encoding_is_used(String encoding, String text) throws UnreadableFeedException {
    String document =
        "<?xml version='1.0' encoding='"
            + encoding
            + "'?>"
            + Feeds.rss("<item><title>" + text + "</title></item>");
    Feed feed = Feeds.read("text/xml", document.getBytes(Charset.forName(encoding)));
    assertEquals(text, feed.entries().getFirst().title());
  }

  @ParameterizedTest
  @CsvSource({"windows-1251, koi8-r", "windows-1251, iso-8859-1"})
  void the_declaration_outranks_a_western_header_and_no_other(String real, String other)
      throws UnreadableFeedException {
    boolean western = other.equals("iso-8859-1");
    String declared = western ? real : other;
    String header = western ? other : real;
    String document =
        "<?xml version='1.0' encoding='"
            + declared
            + "'?>"
            + Feeds.rss("<item><title>Привет</title></item>");
    Feed feed = Feeds.read("text/xml;charset=" + header, document.getBytes(Charset.forName(real)));
    assertEquals("Привет", feed.entries().getFirst().title());
  }
}
