package org.headrace.fetch;

/**
 * The operator's proxy for one request, with what its references stand for.
 *
 * @param user empty if it wants none
 */
record Relay(Target target, String user, String password) {
  /** Says nothing of the password. */
  @Override
  public String toString() {
    return "proxy " + target.host() + ":" + target.port();
  }
}
