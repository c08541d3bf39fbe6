package org.headrace.app.command;

import java.io.PrintWriter;
import java.net.URI;

/** Tells where readers find what is published. */
final class Subscribe {
  private Subscribe() {}

  static void print(PrintWriter to, URI address) {
    to.printf("  Subscribe  %s%n", address.resolve("feed.atom"));
    to.printf("             %s%n", address.resolve("feed.rss"));
    to.printf("             %s%n", address.resolve("feed.json"));
    to.printf("  Look       %s%n", address);
    to.flush();
  }
}
