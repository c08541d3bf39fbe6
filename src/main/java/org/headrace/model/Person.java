package org.headrace.model;

/** Somebody who wrote or helped (RFC 4287, 3.2). Each part is empty if not given. */
public record Person(String name, String email, String uri) {

  /** A person of whom only the name is known. */
  public static Person named(String name) {
    return new Person(name, "", "");
  }
}
