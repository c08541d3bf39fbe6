package org.headrace.behave;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The server's end of a connection: says exactly the bytes it is told to, and counts them. */
final class Line {
  private final Socket socket;
  private final OutputStream out;
  private volatile long said;

  Line(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
  }

  /** Bytes handed over so far. */
  long said() {
    return said;
  }

  /** One byte for each character. */
  Line say(String text) throws IOException {
    return say(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread says, others look
  Line say(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    said += bytes.length;
    return this;
  }

  /** An answer with its length. {@code head} is the status and headers, one a line. */
  Line answer(String head, byte[] body) throws IOException {
    return head(head + "\nContent-Length: " + body.length).say(body);
  }

  Line answer(String head, String body) throws IOException {
    return answer(head, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A feed or other XML. */
  Line xml(String body) throws IOException {
    return answer("200 OK\nContent-Type: application/xml", body);
  }

  Line xml(byte[] body) throws IOException {
    return answer("200 OK\nContent-Type: application/xml", body);
  }

  Line html(String body) throws IOException {
    return answer("200 OK\nContent-Type: text/html; charset=utf-8", body);
  }

  Line redirect(int status, String location) throws IOException {
    return answer(status + " Elsewhere\nLocation: " + location, "");
  }

  /** Status and headers, one a line, and the empty line behind them. */
  Line head(String lines) throws IOException {
    return say("HTTP/1.1 " + lines.replace("\n", "\r\n") + "\r\n\r\n");
  }

  Line chunk(String text) throws IOException {
    int length = text.getBytes(StandardCharsets.ISO_8859_1).length;
    return say(Integer.toHexString(length) + "\r\n" + text + "\r\n");
  }

  Line chunk(byte[] bytes) throws IOException {
    return say(Integer.toHexString(bytes.length) + "\r\n").say(bytes).say("\r\n");
  }

  Line pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
      return this;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("the server closes", stopped);
    }
  }

  /** Says the same until the other side hangs up. */
  void forEver(byte[] bytes, long pauseMillis) throws IOException {
    while (pauseMillis == 0 || pause(pauseMillis) == this) {
      say(bytes);
    }
  }

  void forEver(String text, long pauseMillis) throws IOException {
    forEver(text.getBytes(StandardCharsets.ISO_8859_1), pauseMillis);
  }

  /** Says nothing until the other side hangs up. */
  void silence() throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // it has nothing to say that matters
    }
  }

  /** Ends what we say, and goes on to listen. */
  void halfClose() throws IOException {
    socket.shutdownOutput();
    silence();
  }

  /** Ends the connection with a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
