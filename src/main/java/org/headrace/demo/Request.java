package org.headrace.demo;

import java.time.Instant;

/**
 * A request that an outlet was asked and what it answered.
 *
 * @param outlet the outlet's key
 * @param path as asked, without the query
 * @param status HTTP status of the answer
 * @param userAgent empty if none was sent
 * @param ifNoneMatch empty if none was sent
 * @param ifModifiedSince empty if none was sent
 * @param time when it came in
 */
public record Request(
    String outlet,
    String method,
    String path,
    int status,
    String userAgent,
    String ifNoneMatch,
    String ifModifiedSince,
    Instant time) {}
