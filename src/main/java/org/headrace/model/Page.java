package org.headrace.model;

import java.net.URI;

/**
 * What the web gave for one address: a feed document or a page for people.
 *
 * @param location where it was in the end found, after redirects
 * @param contentType the header as sent; empty if none
 * @param contentLocation the {@code Content-Location} header, made absolute; else {@code location}
 * @param contentLanguage the header as sent; empty if none
 * @param body decoded from gzip and the like; bytes of the document's own character encoding
 */
public record Page(
    URI location, String contentType, URI contentLocation, String contentLanguage, byte[] body) {

  /** A page of which only place, type and bytes are known. */
  public static Page of(URI location, String contentType, byte[] body) {
    return new Page(location, contentType, location, "", body);
  }
}
