package org.headrace.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks up the references to secrets in what the operator wrote: {@code ${env:NAME}} is a variable
 * of the environment, {@code ${file:/path}} the text of a file without the line break at its end.
 * What was found is never part of a message.
 */
public final class Secrets {
  private static final String START = "${";
  private static final long LARGEST = 64 * 1024;

  private final Map<String, String> environment;

  /** With the variables of {@code environment}. */
  public Secrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** A part of a text: as written, or a reference. */
  private record Part(String text, boolean reference) {}

  /** A reference that leads nowhere. The message names the reference. */
  static final class MissingSecretException extends Exception {
    private static final long serialVersionUID = 1;

    MissingSecretException(String message) {
      super(message);
    }
  }

  /** True if {@code written} holds a reference. */
  public static boolean mentioned(String written) {
    return parts(written).stream().anyMatch(Part::reference);
  }

  /** True if {@code written} is one reference and nothing else. */
  public static boolean isReference(String written) {
    List<Part> parts = parts(written);
    return parts.size() == 1 && parts.getFirst().reference;
  }

  /** Why a reference in {@code written} leads nowhere; empty if all is well. */
  public Optional<String> fault(String written) {
    try {
      lookedUp(written);
      return Optional.empty();
    } catch (MissingSecretException missing) {
      return Optional.of(String.valueOf(missing.getMessage()));
    }
  }

  /** {@code written} with what its references stand for; empty if one leads nowhere. */
  public Optional<String> valueOf(String written) {
    try {
      return Optional.of(lookedUp(written));
    } catch (MissingSecretException missing) {
      return Optional.empty();
    }
  }

  /** {@code written} with what its references stand for. */
  String lookedUp(String written) throws MissingSecretException {
    StringBuilder whole = new StringBuilder();
    for (Part part : parts(written)) {
      whole.append(part.reference ? lookUp(part.text) : part.text);
    }
    return whole.toString();
  }

  private String lookUp(String reference) throws MissingSecretException {
    String name = reference.substring(reference.indexOf(':') + 1, reference.length() - 1);
    if (reference.startsWith("${file:")) {
      return content(name, reference);
    }
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new MissingSecretException("the variable of " + reference + " is not set");
    }
    return value;
  }

  private static String content(String name, String reference) throws MissingSecretException {
    try {
      Path file = Path.of(name);
      if (!file.isAbsolute()) {
        throw new MissingSecretException("the path of " + reference + " does not begin with a /");
      }
      if (Files.size(file) > LARGEST) {
        throw new MissingSecretException("the file of " + reference + " is too large");
      }
      return Files.readString(file).stripTrailing();
    } catch (IOException | InvalidPathException unreadable) {
      throw new MissingSecretException("the file of " + reference + " cannot be read");
    }
  }

  private static List<Part> parts(String written) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < written.length()) {
      int start = written.indexOf(START, at);
      int end = start < 0 ? -1 : written.indexOf('}', start);
      boolean reference = end > 0 && isKnown(written.substring(start, end + 1));
      int next = start < 0 ? written.length() : reference ? start : start + START.length();
      if (next > at) {
        parts.add(new Part(written.substring(at, next), false));
      }
      if (reference) {
        parts.add(new Part(written.substring(start, end + 1), true));
        next = end + 1;
      }
      at = next;
    }
    return parts;
  }

  private static boolean isKnown(String reference) {
    int name = reference.indexOf(':') + 1;
    boolean kind = reference.startsWith("${env:") || reference.startsWith("${file:");
    return kind && name < reference.length() - 1;
  }
}
