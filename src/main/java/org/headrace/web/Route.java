package org.headrace.web;

import java.util.Set;
import java.util.TreeSet;

/**
 * One place of the site and who answers there. This is where pages are added.
 *
 * @param path exact, or all below it if it ends in "/*"
 * @param methods allowed; GET includes HEAD
 */
public record Route(String path, Set<String> methods, Responder responder) {

  /** Answers requests. Runs on a thread of its own; may block. */
  @FunctionalInterface
  public interface Responder {
    /** The answer, of whatever status. */
    Answer answer(Request request);
  }

  public Route {
    methods = Set.copyOf(methods);
  }

  /** A place that is only read. */
  public static Route get(String path, Responder responder) {
    return new Route(path, Set.of("GET"), responder);
  }

  boolean leadsTo(String asked) {
    return path.endsWith("/*")
        ? asked.startsWith(path.substring(0, path.length() - 1))
        : asked.equals(path);
  }

  boolean allows(String method) {
    return methods.contains(method) || (method.equals("HEAD") && methods.contains("GET"));
  }

  /** For the {@code Allow} header. */
  String allowed() {
    return methods.contains("GET")
        ? String.join(", ", new TreeSet<>(methods)).replace("GET", "GET, HEAD")
        : String.join(", ", new TreeSet<>(methods));
  }
}
