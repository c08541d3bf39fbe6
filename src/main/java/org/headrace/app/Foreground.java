package org.headrace.app;

/** Keeps up with whoever started the program as a service: signals in, signs of life out. */
public final class Foreground implements AutoCloseable {
  private final ServiceNotices notices;

  private Foreground(ServiceNotices notices) {
    this.notices = notices;
  }

  /** Says that {@code program} is ready; from now on SIGHUP has its files read again. */
  public static Foreground of(Program program) {
    ServiceNotices notices = ServiceNotices.ready(System.getenv(), program::isWell);
    HangUp.runs(
        () -> {
          program.reload();
          notices.reloaded();
        });
    return new Foreground(notices);
  }

  @Override
  public void close() {
    notices.close();
  }
}
