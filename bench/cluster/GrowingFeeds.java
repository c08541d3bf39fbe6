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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Thousands of feeds, each at a loopback address of its own, that grow while they are asked; a
 * tenth of what is new stands in two of them. Knows who asked for what: a node is told by the
 * contact in its User-Agent. Orders come line by line: "grow PER_SECOND", "count" (zeroes the
 * counts, too), "asked", "entries", "unknown" (hosts of which no node has named the newest form it
 * got), "open NODE".
 *
 * <p>Arguments: number of hosts, entries of each at start, least and most milliseconds until a host
 * answers, seconds between two rightful polls.
 */
final class GrowingFeeds {
  private static final int MOST_LISTED = 60;
  private static final Pattern NODE = Pattern.compile("node(\\d+)\\.example");
  private static final AtomicInteger ASKED = new AtomicInteger();
  private static final AtomicInteger UNCHANGED = new AtomicInteger();
  private static final AtomicInteger DOUBLE = new AtomicInteger();
  private static final AtomicInteger BY_TWO = new AtomicInteger();
  private static final Map<Integer, AtomicInteger> BY_NODE = new ConcurrentHashMap<>();
  private static final AtomicLong BORN = new AtomicLong();
  private static final List<Host> HOSTS = new ArrayList<>();
  private static volatile double perSecond;

  record Entry(long number, Instant born) {}

  /** One feed. */
  private static final class Host {
    final List<Entry> entries = new ArrayList<>();
    int version;
    int open;
    int openBy;
    int known = -1;
    long lastEnded;

    synchronized void add(Entry entry) {
      entries.addFirst(entry);
      version++;
      if (entries.size() > MOST_LISTED) {
        entries.removeLast();
      }
    }

    synchronized void begin(int node, long soonest) {
      long now = System.currentTimeMillis();
      if (open > 0 && openBy != node) {
        BY_TWO.incrementAndGet();
      } else if (lastEnded > 0 && now - lastEnded < soonest) {
        DOUBLE.incrementAndGet();
      }
      open++;
      openBy = node;
    }

    synchronized boolean isUnknown() {
      return known != version;
    }

    synchronized boolean isAskedBy(int node) {
      return open > 0 && openBy == node;
    }

    synchronized void end() {
      open--;
      lastEnded = System.currentTimeMillis();
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int hosts = Integer.parseInt(arguments[0]);
    int entries = Integer.parseInt(arguments[1]);
    long least = Long.parseLong(arguments[2]);
    long most = Long.parseLong(arguments[3]);
    long soonest = Long.parseLong(arguments[4]) * 500;
    for (int i = 0; i < hosts; i++) {
      HOSTS.add(new Host());
      for (int j = 0; j < entries; j++) {
        HOSTS.get(i).add(new Entry(BORN.incrementAndGet(), Instant.now()));
      }
    }
    ServerSocket door = new ServerSocket();
    door.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 16_384);
    System.out.println(door.getLocalPort());
    Thread.ofPlatform().daemon().start(() -> accept(door, least, most, soonest));
    Thread.ofPlatform().daemon().start(GrowingFeeds::grow);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      System.out.println(answer(order.split(" ")));
    }
  }

  private static String answer(String[] order) {
    return switch (order[0]) {
      case "grow" -> {
        perSecond = Double.parseDouble(order[1]);
        yield "ok";
      }
      case "count" -> {
        StringJoiner byNode = new StringJoiner(",");
        BY_NODE.forEach((node, count) -> byNode.add(node + "=" + count.getAndSet(0)));
        yield "%d %d %d %d %s"
            .formatted(
                ASKED.getAndSet(0),
                UNCHANGED.getAndSet(0),
                DOUBLE.getAndSet(0),
                BY_TWO.getAndSet(0),
                byNode.length() == 0 ? "-" : byNode.toString());
      }
      case "asked" -> Integer.toString(ASKED.get());
      case "entries" -> Long.toString(BORN.get());
      case "unknown" -> Long.toString(HOSTS.stream().filter(Host::isUnknown).count());
      case "open" -> {
        int node = Integer.parseInt(order[1]);
        yield Long.toString(HOSTS.stream().filter(host -> host.isAskedBy(node)).count());
      }
      default -> "?";
    };
  }

  private static void grow() {
    Random random = new Random(7);
    double owed = 0;
    while (true) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        return;
      }
      owed = perSecond == 0 ? 0 : owed + perSecond / 20;
      for (; owed >= 1; owed--) {
        Entry entry = new Entry(BORN.incrementAndGet(), Instant.now());
        HOSTS.get(random.nextInt(HOSTS.size())).add(entry);
        if (entry.number() % 10 == 0) {
          HOSTS.get(random.nextInt(HOSTS.size())).add(entry);
        }
      }
    }
  }

  private static void accept(ServerSocket door, long least, long most, long soonest) {
    while (true) {
      try {
        Socket socket = door.accept();
        Thread.startVirtualThread(() -> talk(socket, least, most, soonest));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void talk(Socket socket, long least, long most, long soonest) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 1024);
      int node = 0;
      String known = "";
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        if (line.regionMatches(true, 0, "user-agent:", 0, 11)) {
          Matcher found = NODE.matcher(line);
          node = found.find() ? Integer.parseInt(found.group(1)) : 0;
        } else if (line.regionMatches(true, 0, "if-none-match:", 0, 14)) {
          known = line.substring(14).strip();
        }
      }
      byte[] address = socket.getLocalAddress().getAddress();
      int number =
          ((address[1] & 255) - 1) * 62_500 + (address[2] & 255) * 250 + (address[3] & 255) - 1;
      if (number < 0 || number >= HOSTS.size()) {
        return;
      }
      serve(socket, HOSTS.get(number), node, known, least, most, soonest);
    } catch (IOException | InterruptedException e) {
      // whoever asked has gone
    }
  }

  private static void serve(
      Socket socket, Host host, int node, String known, long least, long most, long soonest)
      throws IOException, InterruptedException {
    host.begin(node, soonest);
    ASKED.incrementAndGet();
    BY_NODE.computeIfAbsent(node, one -> new AtomicInteger()).incrementAndGet();
    try {
      Thread.sleep(new Random().nextLong(least, most + 1));
      socket.getOutputStream().write(answer(host, known));
    } finally {
      host.end();
    }
  }

  private static byte[] answer(Host host, String known) {
    StringBuilder body = new StringBuilder("<rss version=\"2.0\"><channel><title>Growing</title>");
    String tag;
    synchronized (host) {
      tag = "\"" + host.version + "\"";
      if (known.equals(tag)) {
        UNCHANGED.incrementAndGet();
        host.known = host.version;
        return ("HTTP/1.1 304 Not Modified\r\nETag: " + tag + "\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
      }
      host.entries.forEach(entry -> write(body, entry));
    }
    byte[] text = body.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: "
                + tag
                + "\r\nConnection: close\r\nContent-Length: "
                + text.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[head.length + text.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(text, 0, whole, head.length, text.length);
    return whole;
  }

  private static void write(StringBuilder body, Entry entry) {
    body.append("<item><guid>")
        .append(entry.number())
        .append("</guid><title>")
        .append(words(entry.number(), 5))
        .append("</title><link>http://news.example/item/")
        .append(entry.number())
        .append("</link><pubDate>")
        .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(entry.born().atOffset(ZoneOffset.UTC)))
        .append("</pubDate><description>")
        .append(words(entry.number() + 1_000_000_000L, 40))
        .append(".</description></item>");
  }

  /** Made words, others for each entry. */
  private static String words(long seed, int number) {
    Random random = new Random(seed * 31);
    StringJoiner words = new StringJoiner(" ");
    for (int i = 0; i < number; i++) {
      words.add(Long.toString(random.nextLong(1L << 30, 1L << 35), 36));
    }
    return words.toString();
  }
}
