package org.headrace.app;

/** Starts the program. */
public final class Main {
  private Main() {}

  /** Runs one command. */
  public static void main(String[] arguments) {
    System.out.println("headrace");
  }
}
