package org.headrace.fetch;

import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;

/** What came back over one connection. */
sealed interface Reply permits Reply.Answer, Reply.Broken, Refused {
  /**
   * An HTTP answer.
   *
   * @param body whole and decoded; empty if the answer is of a kind whose body nobody wants; of a
   *     refusal, its beginning so far as it could be had
   */
  record Answer(int status, MessageHeaders headers, byte[] body) implements Reply {
    /** The first header of that name, as sent; empty if there is none. */
    String header(String name) {
      return headers.getFirstHeader(name) == null ? "" : headers.getFirstHeader(name).getValue();
    }

    /** Every header of that name, in the order sent. */
    List<String> all(String name) {
      return Stream.of(headers.getHeaders(name)).map(Header::getValue).toList();
    }
  }

  /**
   * No answer that can be used.
   *
   * @param status 0 if not even a status came
   * @param reason for the operator
   */
  record Broken(int status, String reason) implements Reply {}
}
