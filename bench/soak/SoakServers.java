import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Thousands of feeds, each at a loopback address of its own, a tenth of which misbehave at every
 * other request: then the program comes back to them as it would not to one that always fails. The
 * others have news now and then. For each line read it answers with requests so far, those that met
 * misbehaviour, 304s, and how many polls of well-behaved feeds came how late: the number of them,
 * then the milliseconds that half, 99 of 100 and all of them stay below.
 *
 * <p>Late is what a feed waited longer than its interval, the program's own spreading included.
 *
 * <p>Arguments: number of feeds, seconds between two rightful polls, one poll in how many has news.
 */
final class SoakServers {
  private static final int BAD_IN = 10;
  private static final int HUGE = 40_000_000;
  private static final int MOST_LATE = 600_000;
  private static final int STEP = 50;

  /** What a tenth of the feeds does, one after another. */
  private enum Trouble {
    SLOW,
    STALL,
    DRIP,
    RESET,
    CUT,
    ERROR,
    BUSY,
    GARBAGE,
    HUGE,
    LOOP
  }

  private static final AtomicLong ASKED = new AtomicLong();
  private static final AtomicLong BAD = new AtomicLong();
  private static final AtomicLong UNCHANGED = new AtomicLong();
  private static final AtomicIntegerArray LATE = new AtomicIntegerArray(MOST_LATE / STEP + 1);
  private static Feed[] feeds = {};
  private static long every;
  private static int newsIn;

  private static final class Feed {
    int requests;
    int version;
    long answered;
  }

  public static void main(String[] arguments) throws IOException {
    feeds = new Feed[Integer.parseInt(arguments[0])];
    every = Long.parseLong(arguments[1]) * 1000;
    newsIn = Integer.parseInt(arguments[2]);
    for (int i = 0; i < feeds.length; i++) {
      feeds[i] = new Feed();
    }
    ServerSocket door = new ServerSocket();
    door.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 16_384);
    System.out.println(door.getLocalPort());
    Thread.ofPlatform().daemon().start(() -> accept(door));
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (orders.readLine() != null) {
      System.out.println(ASKED + " " + BAD + " " + UNCHANGED + " " + lateness());
    }
  }

  private static String lateness() {
    long all = 0;
    for (int i = 0; i < LATE.length(); i++) {
      all += LATE.get(i);
    }
    return all + " " + below(all / 2) + " " + below(all - all / 100) + " " + below(all);
  }

  private static long below(long rank) {
    long seen = 0;
    for (int i = 0; i < LATE.length(); i++) {
      seen += LATE.get(i);
      if (seen >= rank) {
        return (i + 1L) * STEP;
      }
    }
    return MOST_LATE;
  }

  private static void accept(ServerSocket door) {
    while (true) {
      try {
        Socket socket = door.accept();
        Thread.startVirtualThread(() -> talk(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void talk(Socket socket) {
    try (socket) {
      String known = knownTag(socket.getInputStream());
      byte[] address = socket.getLocalAddress().getAddress();
      int number =
          ((address[1] & 255) - 1) * 62_500 + (address[2] & 255) * 250 + (address[3] & 255) - 1;
      if (number >= 0 && number < feeds.length) {
        serve(socket, number, known);
      }
    } catch (IOException | InterruptedException e) {
      // whoever asked has gone
    }
  }

  /** The value of If-None-Match; empty if there is none. */
  private static String knownTag(InputStream in) throws IOException {
    BufferedReader head =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1), 512);
    String known = "";
    for (String line = head.readLine(); line != null && !line.isEmpty(); line = head.readLine()) {
      if (line.regionMatches(true, 0, "if-none-match:", 0, 14)) {
        known = line.substring(14).strip();
      }
    }
    return known;
  }

  private static void serve(Socket socket, int number, String known)
      throws IOException, InterruptedException {
    Feed feed = feeds[number];
    boolean misbehaves;
    synchronized (feed) {
      long now = System.currentTimeMillis();
      boolean bad = number % BAD_IN == 0;
      if (!bad && feed.answered > 0) {
        long late = Math.clamp(now - feed.answered - every, 0, MOST_LATE);
        LATE.incrementAndGet((int) (late / STEP));
      }
      misbehaves = bad && feed.requests % 2 == 1;
      feed.requests++;
      if (!bad && (number + feed.requests) % newsIn == 0) {
        feed.version++;
      }
    }
    ASKED.incrementAndGet();
    OutputStream out = socket.getOutputStream();
    if (misbehaves) {
      BAD.incrementAndGet();
      misbehave(socket, out, Trouble.values()[number / BAD_IN % Trouble.values().length]);
    } else {
      Thread.sleep(20 + number % 200);
      out.write(answer(number, feed, known));
      synchronized (feed) {
        feed.answered = System.currentTimeMillis();
      }
    }
  }

  private static void misbehave(Socket socket, OutputStream out, Trouble trouble)
      throws IOException, InterruptedException {
    switch (trouble) {
      case SLOW -> {
        Thread.sleep(20_000);
        out.write(head("200 OK", "text/plain", 0));
      }
      case STALL -> Thread.sleep(120_000);
      case DRIP -> {
        out.write(head("200 OK", "application/rss+xml", 10_000));
        for (int i = 0; i < 120; i++) {
          out.write(' ');
          Thread.sleep(1_000);
        }
      }
      case RESET -> socket.setSoLinger(true, 0);
      case CUT -> {
        out.write(head("200 OK", "application/rss+xml", 10_000));
        out.write("<rss><channel><item>".getBytes(StandardCharsets.UTF_8));
      }
      case ERROR -> out.write(head("500 Internal Server Error", "text/plain", 0));
      case BUSY -> out.write(head("429 Too Many Requests\r\nRetry-After: 5", "text/plain", 0));
      case GARBAGE -> {
        byte[] noise = new byte[20_000];
        new Random().nextBytes(noise);
        out.write(head("200 OK", "application/rss+xml", noise.length));
        out.write(noise);
      }
      case HUGE -> {
        out.write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        byte[] filling =
            "<item><title>more and more</title></item>"
                .repeat(200)
                .getBytes(StandardCharsets.UTF_8);
        out.write("<rss><channel>".getBytes(StandardCharsets.UTF_8));
        for (int sent = 0; sent < HUGE; sent += filling.length) {
          out.write(filling);
        }
      }
      case LOOP ->
          out.write(head("302 Found\r\nLocation: /again/" + System.nanoTime(), "text/plain", 0));
    }
  }

  private static byte[] head(String status, String mediaType, int length) {
    return ("HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(status, mediaType, length))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] answer(int number, Feed feed, String known) {
    int version;
    synchronized (feed) {
      version = feed.version;
    }
    String tag = "\"" + version + "\"";
    if (known.equals(tag)) {
      UNCHANGED.incrementAndGet();
      return ("HTTP/1.1 304 Not Modified\r\nETag: " + tag + "\r\nConnection: close\r\n\r\n")
          .getBytes(StandardCharsets.ISO_8859_1);
    }
    StringBuilder body = new StringBuilder("<rss version=\"2.0\"><channel><title>Soak</title>");
    for (int i = version; i > Math.max(0, version - 10); i--) {
      String name = number + "-" + i;
      body.append("<item><guid>").append(name).append("</guid><title>").append(words(name, 5));
      body.append("</title><link>http://news.example/").append(name).append("</link><description>");
      body.append(words(name + "!", 60)).append(".</description></item>");
    }
    byte[] text = body.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    byte[] head = head("200 OK\r\nETag: " + tag, "application/rss+xml", text.length);
    byte[] whole = new byte[head.length + text.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(text, 0, whole, head.length, text.length);
    return whole;
  }

  /** Made words, others for each name. */
  private static String words(String name, int number) {
    Random random = new Random(name.hashCode() * 31L);
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < number; i++) {
      words
          .append(i == 0 ? "" : " ")
          .append(Long.toString(random.nextLong(1L << 30, 1L << 35), 36));
    }
    return words.toString();
  }
}
