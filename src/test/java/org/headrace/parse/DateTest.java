package org.headrace.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTest {
  private static Optional<Instant> read(String written) throws UnreadableFeedException {
    return Feeds.item("<pubDate>" + written + "</pubDate>").published();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 03 Mar 2026 14:05:06 GMT | 2026-03-03T14:05:06Z",
        "Tue, 3 Mar 2026 14:05:06 +0530 | 2026-03-03T08:35:06Z",
        "Tue, 03 Mar 26 14:05:06 EST | 2026-03-03T19:05:06Z",
        "Fri, 03 Mar 2026 14:05:06 PDT | 2026-03-03T21:05:06Z",
        "3 March 2026 2:05 pm CET | 2026-03-03T13:05:00Z",
        "March 3rd, 2026 at 14:05 | 2026-03-03T14:05:00Z",
        "Tue Mar  3 14:05:06 2026 | 2026-03-03T14:05:06Z",
        "Tue Mar 03 14:05:06 -0800 2026 | 2026-03-03T22:05:06Z",
        "Tue, 03 Mar 2026 14:05:06 GMT+02:00 | 2026-03-03T12:05:06Z",
        "Tue, 03 Mar 2026 14:05:06 UTC-3 | 2026-03-03T17:05:06Z",
        "Tue, 03 Mar 2026 14:05:06 Europe/Paris | 2026-03-03T13:05:06Z",
        "Tue, 03 Mar 2026 24:00:00 +0000 | 2026-03-04T00:00:00Z",
        "2026-03-03T14:05:06.123456789Z | 2026-03-03T14:05:06.123456789Z",
        "2026-03-03T14:05:06.12345678901234Z | 2026-03-03T14:05:06.123456789Z",
        "2026-03-03 14:05:06 | 2026-03-03T14:05:06Z",
        "2026-03-03T14:05+01 | 2026-03-03T13:05:00Z",
        "20260303 | 2026-03-03T00:00:00Z",
        "20260303140506 | 2026-03-03T14:05:06Z",
        "2026-062 | 2026-03-03T00:00:00Z",
        "2026-03 | 2026-03-01T00:00:00Z",
        "1772546706 | 2026-03-03T14:05:06Z",
        "1772546706000 | 2026-03-03T14:05:06Z",
        "Di, 03 Mär 2026 14:05:06 +0100 | 2026-03-03T13:05:06Z",
        "mar, 03 août 2027 14:05:06 +0200 | 2027-08-03T12:05:06Z",
        "вт, 03 мар 2026 14:05:06 +0300 | 2026-03-03T11:05:06Z",
        "Τρι, 03 Μαρ 2026 14:05:06 +0200 | 2026-03-03T12:05:06Z",
        "2026년 3월 3일 14:05 | 2026-03-03T05:05:00Z",
        "13.03.2026 14:05 | 2026-03-13T14:05:00Z",
        "03/13/2026 14:05 | 2026-03-13T14:05:00Z",
        "13/03/2026 | 2026-03-13T00:00:00Z",
        "Sun, 04/01/2026 | 2026-01-04T00:00:00Z",
        "segunda-feira, 2 de março de 2026 | 2026-03-02T00:00:00Z",
        "onsdag den 4. marts 2026 kl. 10.15 | 2026-03-04T10:15:00Z",
        "Min, 09 Agt 2026 10:00:00 WIB | 2026-08-09T03:00:00Z",
        "2026年3月4日(水) 10時05分 | 2026-03-04T10:05:00Z",
        "2026-03-04 오후 11:23:17 | 2026-03-04T14:23:17Z",
        "星期三, 04 三月 2026 10:00:00 +0800 | 2026-03-04T02:00:00Z",
        "الأربعاء، 04 مارس 2026 10:00:00 +0300 | 2026-03-04T07:00:00Z",
        "יום ד׳, 04 מרץ 2026 10:00:00 +0200 | 2026-03-04T08:00:00Z",
        "4. ožujka 2026. 10:00 | 2026-03-04T10:00:00Z",
        "Wed, 04 Mar 2026 10:00:00 GMT+0100 (Central European Standard Time) | 2026-03-04T09:00:00Z",
        "Wed, 04 Mar 2026 10:00:00 Eastern Standard Time | 2026-03-04T15:00:00Z",
        "Wed, 04 Mar 2026 10:00:00 BRST | 2026-03-04T12:00:00Z",
        "Wed, 04 Mar 2026 10.30.00 GMT | 2026-03-04T10:30:00Z",
        "Wed, 04 Mar 2026 10:00:00 00:00 | 2026-03-04T10:00:00Z",
        "March 4, 2026, 10 a.m. | 2026-03-04T10:00:00Z",
        "20260304T100000+0100 | 2026-03-04T09:00:00Z",
        "2026-03-04T10Z | 2026-03-04T10:00:00Z",
        "2026-03-04+01:00 | 2026-03-03T23:00:00Z",
        "2026063 | 2026-03-04T00:00:00Z",
        "@1772546706 | 2026-03-03T14:05:06Z",
        "1772546706.25 | 2026-03-03T14:05:06Z",
        "/Date(1772546706000)/ | 2026-03-03T14:05:06Z",
      })
  void a_date_is_read(String written, Instant expected) throws UnreadableFeedException {
    assertEquals(Optional.of(expected), read(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "Tue, 32 Mar 2026 14:05:06 GMT",
        "2026-13-03",
        "2026-03-03T25:00:00Z",
        "2026-03-03T10:14:61Z",
        "Tue, 03 Mar 2026 1:2:3:4 GMT",
        "Tue, 03 Mar 2026 14:05:06 QQQ",
        "0001-01-01T00:00:00Z",
        "03-04-05",
        "3 Mar",
        "013",
        "99999999999999999999",
        "2026-03-04T10:00:00Z+01:00",
        "2026-03-04 10:00:00 somewhere",
        "Wed, 04 Mar 2569 10:00:00 GMT",
        "9999999999",
        "99999999999",
        "version 1.2.3",
        "in 5 minutes",
        "/Date()/",
        "@",
      })
  void a_date_in_doubt_is_no_date(String written) throws UnreadableFeedException {
    assertEquals(Optional.empty(), read(written));
  }
}
