package org.headrace.store;

/** The store cannot do what it was asked. The message is one sentence for the operator. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreException(String sentence) {
    super(sentence);
  }

  StoreException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
