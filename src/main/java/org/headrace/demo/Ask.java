package org.headrace.demo;

/**
 * What an outlet sees of a request. A header that was not sent is empty.
 *
 * @param path without the query
 */
record Ask(
    String method,
    String path,
    String userAgent,
    String acceptEncoding,
    String ifNoneMatch,
    String ifModifiedSince) {

  boolean takesGzip() {
    return acceptEncoding.contains("gzip");
  }

  boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }
}
