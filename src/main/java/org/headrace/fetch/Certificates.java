package org.headrace.fetch;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;

/**
 * Trusts whom the JDK trusts, and says more about those it does not: for a certificate that is not
 * only unknown but expired or signed by itself, the operator hears that.
 */
final class Certificates {
  private Certificates() {}

  /** A certificate that was not taken, and why, in words. */
  static final class UntrustedException extends CertificateException {
    private static final long serialVersionUID = 1;

    UntrustedException(String words, CertificateException cause) {
      super(words, cause);
    }
  }

  /** Secure connections with {@code trust}; the host is compared apart, to be told apart. */
  static TlsSocketStrategy strategy(TrustManager... trust) {
    try {
      TrustManager[] telling =
          Stream.of(trust)
              .map(one -> one instanceof X509ExtendedTrustManager known ? new Telling(known) : one)
              .toArray(TrustManager[]::new);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, telling, null);
      return new DefaultClientTlsStrategy(
          context, HostnameVerificationPolicy.CLIENT, new DefaultHostnameVerifier());
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("this JDK cannot make secure connections", broken);
    }
  }

  /** Trusts the authorities that the JDK knows. */
  static TrustManager[] known() {
    try {
      TrustManagerFactory known =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      known.init((KeyStore) null);
      return known.getTrustManagers();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("this JDK knows no authorities", broken);
    }
  }

  /** One way to look at a chain. */
  @FunctionalInterface
  private interface Check {
    void run() throws CertificateException;
  }

  private static final class Telling extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trust;

    Telling(X509ExtendedTrustManager trust) {
      this.trust = trust;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      telling(chain, () -> trust.checkServerTrusted(chain, kind, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      telling(chain, () -> trust.checkServerTrusted(chain, kind, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      telling(chain, () -> trust.checkServerTrusted(chain, kind));
    }

    private static void telling(X509Certificate[] chain, Check check) throws CertificateException {
      try {
        check.run();
      } catch (CertificateException refused) {
        throw told(chain, refused);
      }
    }

    private static CertificateException told(X509Certificate[] chain, CertificateException why) {
      boolean itself =
          chain.length > 0
              && chain[0].getSubjectX500Principal().equals(chain[0].getIssuerX500Principal());
      return itself
          ? new UntrustedException(
              "nobody we trust stands for the certificate: it is signed by itself", why)
          : why;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      trust.checkClientTrusted(chain, kind, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      trust.checkClientTrusted(chain, kind, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      trust.checkClientTrusted(chain, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return trust.getAcceptedIssuers();
    }
  }
}
