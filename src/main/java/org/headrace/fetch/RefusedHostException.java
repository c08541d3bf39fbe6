package org.headrace.fetch;

import java.net.UnknownHostException;

/** Carries a refusal through the HTTP library, whose look-up hook knows no other answer. */
final class RefusedHostException extends UnknownHostException {
  private static final long serialVersionUID = 1;

  private final String reason;

  RefusedHostException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
