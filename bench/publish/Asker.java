package org.headrace.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Asks for one path again and again over a few connections that stay open, and says how fast it was
 * answered.
 */
public final class Asker {
  private Asker() {}

  /** PORT PATH TAG EACH CONNECTIONS: an empty tag asks for all of it. Prints answers a second. */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    String tag = arguments[2].isEmpty() ? "" : "If-None-Match: " + arguments[2] + "\r\n";
    byte[] request =
        ("GET "
                + arguments[1]
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: identity\r\n"
                + tag
                + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    int each = Integer.parseInt(arguments[3]);
    int connections = Integer.parseInt(arguments[4]);
    String wanted = tag.isEmpty() ? " 200 " : " 304 ";
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        tasks.add(() -> ask(port, request, each, wanted));
      }
      for (var done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
    System.out.printf("%.0f%n", each * connections / ((System.nanoTime() - start) / 1e9));
  }

  private static boolean ask(int port, byte[] request, int times, String wanted)
      throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      for (int i = 0; i < times; i++) {
        socket.getOutputStream().write(request);
        long length = 0;
        String status = line(in);
        if (!status.contains(wanted)) {
          throw new IOException(status);
        }
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
          if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
            length = Long.parseLong(line.substring(15).strip());
          }
        }
        in.skipNBytes(wanted.equals(" 200 ") ? length : 0);
      }
    }
    return true;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
