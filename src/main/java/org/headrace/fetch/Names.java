package org.headrace.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** Where host names are looked up. */
@FunctionalInterface
public interface Names {
  /**
   * The addresses of a host, in the order to try them.
   *
   * @param host a name, never an IP literal
   * @param patience how long to wait for the answer
   * @throws UnknownHostException if there is no such name, or no answer in time
   */
  List<InetAddress> lookUp(String host, Duration patience) throws UnknownHostException;
}
