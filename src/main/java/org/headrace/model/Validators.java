package org.headrace.model;

/**
 * What a server gave to ask it later whether anything changed (RFC 9110, 8.8): kept byte for byte,
 * each empty if not given.
 *
 * @param etag the {@code ETag} header
 * @param lastModified the {@code Last-Modified} header
 */
public record Validators(String etag, String lastModified) {
  /** Nothing to ask with. */
  public static final Validators NONE = new Validators("", "");

  /** True if there is nothing to ask with. */
  public boolean isEmpty() {
    return etag.isEmpty() && lastModified.isEmpty();
  }
}
