package org.headrace.fetch;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.Header;

/**
 * How a server answered, for the operator to look at. What a header says is the server's own words.
 *
 * @param asked the address that was asked for
 * @param from where the answer came from: another address if {@code asked} redirects
 * @param status of HTTP
 * @param headers in the order sent, of a bounded number and length, without what is secret
 */
public record Answered(URI asked, URI from, int status, List<Line> headers) {
  private static final int MOST = 60;
  private static final int LONGEST = 300;
  private static final Set<String> SECRET =
      Set.of("set-cookie", "set-cookie2", "authorization", "proxy-authenticate");

  public Answered {
    headers = List.copyOf(headers);
  }

  /** One header. */
  public record Line(String name, String value) {}

  static Answered of(URI asked, Journey.End.Reached reached) {
    List<Line> lines =
        Arrays.stream(reached.answer().headers().getHeaders())
            .limit(MOST)
            .map(Answered::line)
            .toList();
    return new Answered(asked, reached.location(), reached.answer().status(), lines);
  }

  private static Line line(Header header) {
    String name = header.getName();
    boolean secret = SECRET.contains(name.toLowerCase(Locale.ROOT));
    return new Line(plain(name), secret ? "(not kept)" : plain(String.valueOf(header.getValue())));
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.chars().limit(LONGEST).forEach(c -> plain.append(c >= ' ' && c != 0x7f ? (char) c : '?'));
    return text.length() > LONGEST ? plain + "…" : plain.toString();
  }
}
