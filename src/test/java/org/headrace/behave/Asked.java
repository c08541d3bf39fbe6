package org.headrace.behave;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request as it came.
 *
 * @param start its first line
 * @param headers without line ends
 * @param host the address of ours it was put to
 * @param port of ours
 * @param round how many requests came to this path before
 */
record Asked(String start, List<String> headers, String host, int port, int round) {
  private static final int LONGEST = 64 * 1024;

  static Asked read(InputStream in, String host, int port) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int size = 0;
    for (int c = in.read(); size++ < LONGEST; c = in.read()) {
      if (c < 0) {
        throw new IOException("nothing was asked");
      }
      if (c == '\n') {
        if (line.isEmpty()) {
          return new Asked(lines.getFirst(), lines.subList(1, lines.size()), host, port, 0);
        }
        lines.add(line.toString());
        line.setLength(0);
      } else if (c != '\r') {
        line.append((char) c);
      }
    }
    throw new IOException("too much was asked");
  }

  Asked inRound(int number) {
    return new Asked(start, headers, host, port, number);
  }

  String method() {
    return start.split(" ", 3)[0];
  }

  String path() {
    String[] parts = start.split(" ", 3);
    return parts.length < 2 ? "/" : parts[1];
  }

  /** The first part of the path. */
  String name() {
    String[] parts = path().split("[/?]", 3);
    return parts.length < 2 ? "" : parts[1];
  }

  /** The path behind the name, with its slash. */
  String rest() {
    return path().substring(Math.min(path().length(), name().length() + 1));
  }

  /** Empty if there is none. */
  String header(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst()
        .orElse("");
  }

  /** An address of this server below the same name. */
  String at(String rest) {
    return "http://" + host + ":" + port + "/" + name() + rest;
  }

  /** The feed of this name with nothing wrong in it. */
  Sample feed() {
    return new Sample(name(), "http://" + host + ":" + port + "/" + name());
  }

  byte[] bytes() {
    return feed().rss().getBytes(StandardCharsets.UTF_8);
  }
}
