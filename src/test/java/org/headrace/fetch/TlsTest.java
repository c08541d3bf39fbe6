package org.headrace.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.headrace.model.FetchOutcome;
import org.headrace.model.Validators;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secure servers with the certificates that go wrong in life, made by the JDK's keytool. */
class TlsTest extends FetchTests {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;
  private static KeyStore trusted;

  @BeforeAll
  static void make_certificates() throws Exception {
    key("ca", "CN=trusted", "-ext", "bc:c");
    key("other-ca", "CN=unknown", "-ext", "bc:c");
    key("server", "CN=mill.example");
    String server = file("server", "p12").toString();
    String request = file("server", "csr").toString();
    keytool("-certreq", "-alias", "server", "-keystore", server, "-file", request);
    signed("good", "ca", "dns:mill.example");
    signed("wrong", "ca", "dns:forge.example");
    signed("expired", "ca", "dns:mill.example", "-startdate", "-90d", "-validity", "30");
    signed("early", "ca", "dns:mill.example", "-startdate", "+30d", "-validity", "30");
    signed("stranger", "other-ca", "dns:mill.example");
    key("self", "CN=mill.example", "-ext", "san=dns:mill.example");
    trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("ca", store("ca").getCertificate("ca"));
  }

  @Test
  void a_sound_certificate_is_taken() throws Exception {
    assertEquals(FEED, text(ask("good")));
  }

  @Test
  void each_fault_of_a_certificate_has_its_words() throws Exception {
    assertSaid("the certificate is for another host", "wrong");
    assertSaid("the certificate has expired", "expired");
    assertSaid("the certificate is not valid yet", "early");
    assertSaid("nobody we trust stands for the certificate", "stranger");
    assertSaid("nobody we trust stands for the certificate: it is signed by itself", "self");
  }

  @Test
  void a_server_that_speaks_only_old_tls_is_named() throws Exception {
    assertEquals(
        "no secure connection: the two sides do not agree on TLS",
        failed(ask("good", "TLSv1.1")).reason());
  }

  @Test
  void a_server_that_ends_the_handshake_is_a_failure() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(
          () -> {
            try (Socket socket = door.accept()) {
              socket.getInputStream().read();
              socket.setSoLinger(true, 0);
            } catch (IOException closed) {
              // the test is over
            }
          });
      assertTrue(failed(ask(door.getLocalPort())).reason().length() > 5);
    }
  }

  private void assertSaid(String words, String certificate) throws Exception {
    assertEquals("no secure connection: " + words, failed(ask(certificate)).reason());
  }

  private FetchOutcome ask(String certificate, String... protocols) throws Exception {
    try (SSLServerSocket door =
        (SSLServerSocket)
            serverContext(certificate)
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      if (protocols.length > 0) {
        door.setEnabledProtocols(protocols);
      }
      Thread.startVirtualThread(() -> serve(door));
      return ask(door.getLocalPort());
    }
  }

  private FetchOutcome ask(int port) throws GeneralSecurityException {
    Names here = (host, patience) -> List.of(InetAddress.getLoopbackAddress());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    try (WebFetcher secure =
        new WebFetcher(
            settings(),
            InstantSource.fixed(NOW),
            new LocalHostTurns(Duration.ZERO, 1),
            here,
            Certificates.strategy(trust.getTrustManagers()))) {
      URI address = URI.create("https://mill.example:" + port + "/feed");
      return secure.fetch(new FetchRequest(address, Validators.NONE, Wanted.FEED, true));
    }
  }

  private static void serve(SSLServerSocket door) {
    try (Socket socket = door.accept()) {
      InputStream in = socket.getInputStream();
      byte[] asked = new byte[4096];
      if (in.read(asked) > 0) {
        socket
            .getOutputStream()
            .write(ScriptedServer.answer(OK, FEED.getBytes(StandardCharsets.UTF_8)));
      }
    } catch (IOException refused) {
      // the other side did not like the certificate
    }
  }

  private static SSLContext serverContext(String name) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(name.equals("self") ? store("self") : withCertificate(name), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** The one key of all servers, under one of its certificates. */
  private static KeyStore withCertificate(String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    try (InputStream in = Files.newInputStream(file(name, "pem"))) {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(in)
              .toArray(Certificate[]::new);
      store.setKeyEntry(name, store("server").getKey("server", PASSWORD), PASSWORD, chain);
    }
    return store;
  }

  private static KeyStore store(String name) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file(name, "p12"))) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static void signed(String name, String by, String host, String... more) throws Exception {
    List<String> sign =
        new ArrayList<>(List.of("-gencert", "-alias", by, "-keystore", file(by, "p12").toString()));
    sign.addAll(List.of("-infile", file("server", "csr").toString(), "-ext", "san=" + host));
    sign.addAll(List.of("-outfile", file(name, "pem").toString(), "-rfc"));
    sign.addAll(List.of(more));
    keytool(sign.toArray(String[]::new));
  }

  private static void key(String name, String who, String... more) throws Exception {
    List<String> make =
        new ArrayList<>(
            List.of(
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                who,
                "-keyalg",
                "EC",
                "-keystore",
                file(name, "p12").toString()));
    make.addAll(List.of(more));
    keytool(make.toArray(String[]::new));
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", new String(PASSWORD), "-storetype", "PKCS12"));
    command.add("-J-XX:TieredStopAtLevel=1");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  private static Path file(String name, String kind) {
    return folder.resolve(name + "." + kind);
  }
}
