package org.headrace.behave;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A server that misbehaves on request, on bare sockets so that every byte is as it is meant: {@code
 * /NAME/feed.xml} behaves as the behaviour of that name. It listens at all addresses of the machine
 * and answers those from the machine itself only; so each behaviour can have a host of its own
 * (127.x.y.z), and 127.0.0.66 is the place that nobody may ever be led to.
 */
final class MisbehavingServer implements AutoCloseable {
  static final String CANARY = "127.0.0.66";

  private final ServerSocket door;
  private final Map<String, Behaviour> behaviours;
  private final Map<String, Behaviour> byHost = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> rounds = new ConcurrentHashMap<>();
  private final List<Conversation> conversations = new CopyOnWriteArrayList<>();
  private final List<String> canary = new CopyOnWriteArrayList<>();
  private final Set<Thread> talks = ConcurrentHashMap.newKeySet();

  MisbehavingServer(int port, List<Behaviour> behaviours) throws IOException {
    this.behaviours =
        behaviours.stream().collect(Collectors.toMap(Behaviour::name, Function.identity()));
    door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(port), 500);
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  /** All that was said, in the order of its end. */
  List<Conversation> conversations() {
    return List.copyOf(conversations);
  }

  /** What was asked of the place that nobody may be led to; empty if all is well. */
  List<String> canary() {
    return List.copyOf(canary);
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        Thread talk = Thread.ofVirtual().unstarted(() -> talk(socket));
        talks.add(talk);
        talk.start();
      } catch (IOException closed) {
        // only the end of the server ends this
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      if (socket.getInetAddress().isLoopbackAddress()) {
        listen(socket);
      }
    } catch (IOException hungUp) {
      // the other side may go when it likes
    } finally {
      talks.remove(Thread.currentThread());
    }
  }

  private void listen(Socket socket) throws IOException {
    InetAddress here = socket.getLocalAddress();
    String host = here.getHostAddress();
    if (host.equals(CANARY)) {
      canary.add("connected");
    }
    long began = System.nanoTime();
    Asked asked = Asked.read(new BufferedInputStream(socket.getInputStream()), host, port());
    Asked counted = asked.inRound(round(asked.path()));
    Line line = new Line(socket);
    try {
      play(counted, line);
    } finally {
      conversations.add(
          new Conversation(
              counted, line.said(), began, Duration.ofNanos(System.nanoTime() - began)));
    }
  }

  private int round(String path) {
    return rounds.computeIfAbsent(path, any -> new AtomicInteger()).getAndIncrement();
  }

  private void play(Asked asked, Line line) throws IOException {
    Behaviour behaviour = behaviours.get(asked.name());
    if (behaviour != null) {
      byHost.put(asked.host(), behaviour);
    } else if (asked.path().startsWith("/robots.txt")) {
      behaviour = byHost.get(asked.host());
    }
    if (asked.path().equals("/")) {
      line.html(index());
    } else if (behaviour == null) {
      line.answer("404 Not Found", "");
    } else {
      behaviour.script().play(asked, line);
    }
  }

  private String index() {
    return behaviours.values().stream()
        .sorted(java.util.Comparator.comparing(Behaviour::name))
        .map(
            one ->
                "<li><a href=\"/%s/feed.xml\">%s</a> %s <i>%s</i></li>"
                    .formatted(one.name(), one.name(), one.what(), one.wanted()))
        .collect(
            Collectors.joining("\n", "<!DOCTYPE html><title>Misbehaving</title><ul>", "</ul>"));
  }

  @Override
  public void close() throws IOException {
    door.close();
    talks.forEach(Thread::interrupt);
  }
}
