package org.headrace.fetch;

import java.io.IOException;

/** More came than anybody asked for. The message is for the operator. */
final class OverLimitException extends IOException {
  private static final long serialVersionUID = 1;

  OverLimitException(String message) {
    super(message);
  }
}
