package org.headrace.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that says on a bare socket whatever a test wants, also what no server should say. */
final class ScriptedServer implements AutoCloseable {
  /** What to say to one request. The connection ends with it. */
  @FunctionalInterface
  interface Script {
    void play(Asked asked, Line line) throws IOException;
  }

  /**
   * A request as it came.
   *
   * @param at nanoseconds
   */
  record Asked(String start, List<String> headers, long at) {
    String path() {
      return start.split(" ")[1];
    }

    /** Empty if there is none. */
    String header(String name) {
      return headers.stream()
          .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElse("");
    }
  }

  /** The server's end of a connection. */
  record Line(Socket socket, OutputStream out) {
    Line say(String text) throws IOException {
      return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Line say(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
      return this;
    }

    /** Ends the connection with a reset. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Says the same until the other side hangs up, with a pause before each. */
    void forEver(String text, long pauseMillis) throws IOException {
      while (true) {
        pause(pauseMillis).say(text);
      }
    }

    Line pause(long millis) throws IOException {
      try {
        Thread.sleep(millis);
        return this;
      } catch (InterruptedException stopped) {
        throw new IOException("the server closes", stopped);
      }
    }
  }

  private final ServerSocket door;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<Thread> talks = new CopyOnWriteArrayList<>();

  ScriptedServer() throws IOException {
    this("127.0.0.1");
  }

  ScriptedServer(String address) throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getByName(address));
    Thread.startVirtualThread(this::serve);
  }

  /** Sets what is said to requests for a path. */
  ScriptedServer on(String path, Script script) {
    scripts.put(path, script);
    return this;
  }

  /** Says {@code head} (lines without their ends) and {@code body}, with the right length. */
  ScriptedServer on(String path, String head, byte[] body) {
    return on(path, (request, line) -> line.say(answer(head, body)));
  }

  ScriptedServer on(String path, String head, String body) {
    return on(path, head, body.getBytes(StandardCharsets.UTF_8));
  }

  ScriptedServer redirect(String path, int status, String location) {
    return on(path, "HTTP/1.1 " + status + " Moved\nLocation: " + location, "");
  }

  URI at(String path) {
    return URI.create("http://" + door.getInetAddress().getHostAddress() + ":" + port() + path);
  }

  int port() {
    return door.getLocalPort();
  }

  /** All that was asked, robots.txt included, in order. */
  List<Asked> asked() {
    return List.copyOf(asked);
  }

  List<String> paths() {
    return asked.stream().map(Asked::path).toList();
  }

  static byte[] answer(String head, byte[] body) {
    byte[] front =
        (head.replace("\n", "\r\n") + "\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[front.length + body.length];
    System.arraycopy(front, 0, whole, 0, front.length);
    System.arraycopy(body, 0, whole, front.length, body.length);
    return whole;
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        talks.add(Thread.startVirtualThread(() -> talk(socket)));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      Asked request = hear(socket);
      asked.add(request);
      Script script =
          scripts.getOrDefault(
              request.path(),
              (any, line) -> line.say(answer("HTTP/1.1 404 Not Found", new byte[0])));
      script.play(request, new Line(socket, socket.getOutputStream()));
    } catch (IOException hungUp) {
      // the other side may go when it likes
    }
  }

  private static Asked hear(Socket socket) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String start = reader.readLine();
    if (start == null) {
      throw new IOException("nothing was asked");
    }
    List<String> headers = new ArrayList<>();
    for (String line = reader.readLine();
        line != null && !line.isEmpty();
        line = reader.readLine()) {
      headers.add(line);
    }
    return new Asked(start, headers, System.nanoTime());
  }

  @Override
  public void close() throws IOException {
    door.close();
    talks.forEach(Thread::interrupt);
  }
}
