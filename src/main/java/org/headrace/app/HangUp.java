package org.headrace.app;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for SIGHUP, by which services are told to read their files again. */
final class HangUp {
  private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);

  private HangUp() {}

  /**
   * Has {@code work} done at each signal, from now on. Java has no interface of its own for
   * signals; where the one of the JDK is missing, as on Windows, nothing is listened for.
   */
  static void runs(Runnable work) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object told =
          Proxy.newProxyInstance(
              HangUp.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  Thread.ofVirtual().name("hang-up").start(work);
                  return null;
                }
                return method.invoke(work, arguments);
              });
      Method handle = signal.getMethod("handle", signal, handler);
      handle.invoke(null, signal.getConstructor(String.class).newInstance("HUP"), told);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LOG.debug("no SIGHUP here", e);
    }
  }
}
