import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server that every loopback address answers with, each after a while: thousands of slow hosts.
 * Prints what it saw each time a line is read from its standard input.
 */
final class SlowServers {
  private static final AtomicInteger ASKED = new AtomicInteger();
  private static final AtomicInteger ANSWERED = new AtomicInteger();
  private static final AtomicInteger AT_ONCE = new AtomicInteger();
  private static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();
  private static final AtomicLong FIRST = new AtomicLong(Long.MAX_VALUE);
  private static final AtomicLong LAST = new AtomicLong();

  public static void main(String[] arguments) throws IOException {
    long wait = Long.parseLong(arguments[0]);
    int entries = Integer.parseInt(arguments[1]);
    ServerSocket door = new ServerSocket();
    door.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 16_384);
    System.out.println(door.getLocalPort());
    Thread.ofPlatform().daemon().start(() -> accept(door, wait, entries));
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (orders.readLine() != null) {
      System.out.printf(
          "%d %d %d %d%n",
          ASKED.get(), ANSWERED.get(), MOST_AT_ONCE.get(), Math.max(0, LAST.get() - FIRST.get()));
    }
  }

  private static void accept(ServerSocket door, long wait, int entries) {
    while (true) {
      try {
        Socket socket = door.accept();
        Thread.startVirtualThread(() -> talk(socket, wait, entries));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void talk(Socket socket, long wait, int entries) {
    try (socket) {
      FIRST.accumulateAndGet(System.currentTimeMillis(), Math::min);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 1024);
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
      ASKED.incrementAndGet();
      MOST_AT_ONCE.accumulateAndGet(AT_ONCE.incrementAndGet(), Math::max);
      Thread.sleep(wait);
      socket.getOutputStream().write(answer(socket.getLocalAddress().getHostAddress(), entries));
      AT_ONCE.decrementAndGet();
      ANSWERED.incrementAndGet();
      LAST.accumulateAndGet(System.currentTimeMillis(), Math::max);
    } catch (IOException | InterruptedException e) {
      AT_ONCE.decrementAndGet();
    }
  }

  private static byte[] answer(String host, int entries) {
    StringBuilder body =
        new StringBuilder("<rss version=\"2.0\"><channel><title>").append(host).append("</title>");
    Instant now = Instant.now();
    for (int i = 0; i < entries; i++) {
      body.append("<item><guid>")
          .append(host)
          .append('-')
          .append(i)
          .append("</guid><title>Item ")
          .append(i)
          .append(" of ")
          .append(host)
          .append("</title><link>http://")
          .append(host)
          .append("/item/")
          .append(i)
          .append("</link><pubDate>")
          .append(
              DateTimeFormatter.RFC_1123_DATE_TIME.format(
                  now.minusSeconds(7200L * i).atOffset(ZoneOffset.UTC)))
          .append("</pubDate><description>What happened at ")
          .append(host)
          .append(" is told here: ")
          .append(words(host, i))
          .append(".</description></item>");
    }
    byte[] text = body.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: \"1\"\r\nConnection: close\r\nContent-Length: "
                + text.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[head.length + text.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(text, 0, whole, head.length, text.length);
    return whole;
  }

  /** Forty made words, others for each entry of each host. */
  private static String words(String host, int entry) {
    Random random = new Random(host.hashCode() * 31L + entry);
    StringJoiner words = new StringJoiner(" ");
    for (int i = 0; i < 40; i++) {
      words.add(Long.toString(random.nextLong(1L << 30, 1L << 35), 36));
    }
    return words.toString();
  }
}
