package org.headrace.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.headrace.web.WebSettings;

/** What a process is called among others on the same store: its machine and its port. */
final class NodeName {
  private static final int LONGEST = 100;

  private NodeName() {}

  /** The name of this process; letters, digits, dots and hyphens. */
  static String of(WebSettings web) {
    return of(machine(), web.port());
  }

  static String of(String machine, int port) {
    String plain = machine.replaceAll("[^A-Za-z0-9.-]+", "-");
    String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    return (cut.isEmpty() ? "node" : cut) + "-" + port;
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
