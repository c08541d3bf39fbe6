package org.headrace.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says in plain words what went wrong. No text of the other side gets into them. */
final class Trouble {
  private static final int DEEPEST_CAUSE = 10;

  private Trouble() {}

  /** For a request to {@code host} that got no answer. */
  static String words(Exception fault, String host) {
    return switch (fault) {
      case OverLimitException tooMuch -> String.valueOf(tooMuch.getMessage());
      case UnknownHostException unknown -> "the name " + host + " is not known";
      case SSLException tls -> "no secure connection: " + ofTls(tls);
      case SocketTimeoutException late -> host + " does not answer";
      case NoRouteToHostException unreachable -> "there is no way to " + host;
      case ConnectException refused -> host + " does not accept connections";
      case NoHttpResponseException silent -> host + " closed the connection without an answer";
      case MessageConstraintException large -> "the header of the answer is too large";
      default -> has(fault, HttpException.class) ? notHttp(fault) : "the connection broke";
    };
  }

  /** For an answer whose body could not be read to its end. */
  static String wordsOfBody(Exception fault) {
    return switch (fault) {
      case OverLimitException tooMuch -> String.valueOf(tooMuch.getMessage());
      case ZipException broken -> "the packed body is broken";
      case EOFException early -> "the packed body ends too early";
      case IOException cut -> "the body did not arrive whole";
      default -> "the body cannot be read";
    };
  }

  private static String notHttp(Exception fault) {
    return has(fault, MessageConstraintException.class)
        ? "the header of the answer is too large"
        : "the answer is no sound HTTP";
  }

  private static String ofTls(SSLException fault) {
    if (fault instanceof SSLPeerUnverifiedException) {
      return "the certificate is for another host";
    }
    if (has(fault, Certificates.UntrustedException.class)) {
      return has(fault, CertificateExpiredException.class)
          ? "the certificate has expired"
          : "nobody we trust stands for the certificate: it is signed by itself";
    }
    if (has(fault, CertificateExpiredException.class)) {
      return "the certificate has expired";
    }
    if (has(fault, CertificateNotYetValidException.class)) {
      return "the certificate is not valid yet";
    }
    return has(fault, CertPathBuilderException.class)
        ? "nobody we trust stands for the certificate"
        : "the two sides do not agree on TLS";
  }

  private static boolean has(Throwable fault, Class<? extends Throwable> cause) {
    return Stream.iterate(Optional.of(fault), Optional::isPresent, Trouble::cause)
        .limit(DEEPEST_CAUSE)
        .flatMap(Optional::stream)
        .anyMatch(cause::isInstance);
  }

  private static Optional<Throwable> cause(Optional<Throwable> fault) {
    return fault.map(Throwable::getCause);
  }
}
