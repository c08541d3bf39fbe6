package org.headrace.behave;

/** The misbehaving server for people who want to see. */
final class Serve {
  private Serve() {}

  /** {@code [PORT]} */
  public static void main(String[] arguments) throws Exception {
    int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8099;
    try (MisbehavingServer server = new MisbehavingServer(port, Behaviours.all())) {
      System.out.printf("http://127.0.0.1:%d/ lists them; Ctrl+C ends%n", server.port());
      Thread.currentThread().join();
    }
  }
}
